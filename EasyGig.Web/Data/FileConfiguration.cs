using EasyGig.Domain.Artists;
using EasyGig.Domain.Files;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How files lie in their table, their bytes in the same row. What the table allows is in Sql/0010.files.sql.</summary>
internal sealed class FileConfiguration : IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<FileContent>
{
    private const string Table = "files";

    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable(Table);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Title).HasMaxLength(200);
        builder.HasOne<Venue>().WithMany().HasForeignKey(f => f.VenueId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(f => f.ArtistId);
        builder.HasOne(f => f.Content).WithOne().HasForeignKey<FileContent>("Id");
        builder.Navigation(f => f.Content).IsRequired();
    }

    public void Configure(EntityTypeBuilder<FileContent> builder)
    {
        builder.ToTable(Table);
        builder.Property<Guid>("Id").ValueGeneratedNever();
        builder.HasKey("Id");
    }
}
