using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How holds and challenges lie in their tables. What the tables allow is in Sql/0019.holds.sql and Sql/rules.holds.sql.</summary>
internal sealed class HoldConfiguration : IEntityTypeConfiguration<Hold>, IEntityTypeConfiguration<Challenge>
{
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Version).IsRowVersion();
        builder.Property(h => h.Note).HasMaxLength(1000);
        builder.Ignore(h => h.IsLive);
        builder.HasOne<Venue>().WithMany().HasForeignKey(h => h.VenueId);
        builder.HasOne<Stage>().WithMany().HasForeignKey(h => h.StageId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(h => h.ArtistId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(h => h.BookingId); // so that the booking is saved first
    }

    public void Configure(EntityTypeBuilder<Challenge> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsRowVersion();
        builder.Property(c => c.By).HasColumnName("side");
        builder.HasOne<Hold>().WithMany().HasForeignKey(c => c.HoldId);
        builder.HasOne<Hold>().WithMany().HasForeignKey(c => c.AskedHoldId);
        builder.HasOne<Stage>().WithMany().HasForeignKey(c => c.StageId);
    }
}
