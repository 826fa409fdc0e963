using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Strikes;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How the terms of a booking and strikes lie in their tables. What the tables allow is in Sql/0014.life.sql, Sql/0018.strikes.sql and Sql/rules.*.sql.</summary>
internal sealed class LifeConfiguration : IEntityTypeConfiguration<BookingVersion>, IEntityTypeConfiguration<Strike>
{
    public void Configure(EntityTypeBuilder<BookingVersion> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Fingerprint).HasColumnType("char(64)");
        builder.Property(v => v.Note).HasMaxLength(1000);
        builder.HasOne<Booking>().WithMany(b => b.Versions).HasForeignKey(v => v.BookingId);
        builder.ComplexProperty(v => v.Terms, terms =>
        {
            terms.Property(t => t.Clause).HasMaxLength(BookingTerms.ClauseLength);
            terms.ComplexProperty(t => t.Fee).IsFee();
            terms.ComplexProperty(t => t.Deal).IsDeal();
        });
    }

    public void Configure(EntityTypeBuilder<Strike> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Reason).HasMaxLength(1000);
        builder.Property(s => s.LiftedReason).HasMaxLength(1000);
        builder.HasOne<Slot>().WithMany().HasForeignKey(s => s.SlotId);
        builder.HasOne<Booking>().WithMany(b => b.Strikes).HasForeignKey(s => s.BookingId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(s => s.ArtistId);
        builder.HasOne<Venue>().WithMany().HasForeignKey(s => s.VenueId);
    }
}
