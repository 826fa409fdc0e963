using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How the day of a booking lies in its tables. What they allow is in Sql/0016.day.sql.</summary>
internal sealed class DayConfiguration : IEntityTypeConfiguration<RunOfShow>, IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<RunOfShow> builder)
    {
        builder.Property(r => r.Id).HasColumnName("booking_id").ValueGeneratedNever();
        builder.Property(r => r.Version).IsRowVersion();
        builder.Property(r => r.Notes).HasMaxLength(2000);
        builder.ComplexProperty(r => r.Times, times =>
        {
            times.Ignore(t => t.Known);
            times.Property(t => t.Set).HasColumnName("set_at");
        });
        builder.HasOne<Booking>().WithOne().HasForeignKey<RunOfShow>(r => r.Id);
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(DownloadName.MaxLength);
        builder.HasOne<Booking>().WithMany().HasForeignKey(a => a.BookingId);
    }
}
