using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How a slot lies in its table. What the table allows is in Sql/0004.slots.sql and Sql/rules.slots.sql.</summary>
internal sealed class SlotConfiguration : IEntityTypeConfiguration<Slot>
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
        builder.ComplexProperty(s => s.Terms, terms =>
        {
            terms.Property(t => t.Currency).HasColumnType("char(3)");
            terms.Property(t => t.Notes).HasMaxLength(4000);
        });
    }
}
