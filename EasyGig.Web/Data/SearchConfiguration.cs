using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How saved searches lie in their tables. What the tables allow is in Sql/0021.searches.sql and Sql/rules.searches.sql.</summary>
internal sealed class SearchConfiguration : IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<SearchFind>, IEntityTypeConfiguration<FreshSlot>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("searches");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsRowVersion();
        builder.Property(s => s.Name).HasMaxLength(SavedSearch.NameLength);
        builder.Property(s => s.Query).HasMaxLength(6000);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<SearchFind> builder)
    {
        builder.ToTable("search_finds");
        builder.HasKey(f => new { f.SearchId, f.SlotId });
        builder.HasOne<SavedSearch>().WithMany().HasForeignKey(f => f.SearchId);
        builder.HasOne<Slot>().WithMany().HasForeignKey(f => f.SlotId);
    }

    public void Configure(EntityTypeBuilder<FreshSlot> builder)
    {
        builder.ToTable("fresh_slots");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Slot>().WithMany().HasForeignKey(f => f.Id);
    }
}
