using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How a slot lies in its table. What the table allows is in Sql/0004.slots.sql and Sql/rules.slots.sql.</summary>
internal sealed class SlotConfiguration : IEntityTypeConfiguration<Slot>, IEntityTypeConfiguration<SlotVersion>
{
    public void Configure(EntityTypeBuilder<Slot> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsRowVersion();
        builder.Property(s => s.BusyUntil).ValueGeneratedOnAddOrUpdate();
        builder.HasOne<Venue>().WithMany().HasForeignKey(s => s.VenueId);
        builder.HasOne<Stage>().WithMany().HasForeignKey(s => s.StageId);
        builder.ComplexProperty(s => s.Place).IsPlace();
        builder.ComplexProperty(s => s.Time).IsTime();
        builder.ComplexProperty(s => s.Terms).IsTerms();
        builder.HasMany(s => s.Versions).WithOne().HasForeignKey(v => v.SlotId);
    }

    public void Configure(EntityTypeBuilder<SlotVersion> builder)
    {
        builder.HasKey(v => new { v.SlotId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.HasOne<Stage>().WithMany().HasForeignKey(v => v.StageId);
        builder.ComplexProperty(v => v.Time).IsTime();
        builder.ComplexProperty(v => v.Terms).IsTerms();
    }
}
