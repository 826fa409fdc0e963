using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How ratings lie in their table. What the table allows is in Sql/0015.sides.sql and Sql/rules.ratings.sql.</summary>
internal sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Text).HasMaxLength(1000);
        builder.HasOne<Booking>().WithMany().HasForeignKey(r => r.BookingId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }
}
