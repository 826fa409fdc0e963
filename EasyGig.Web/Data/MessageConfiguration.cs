using EasyGig.Domain.Bookings;
using EasyGig.Domain.Messages;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How messages lie in their tables. What the tables allow is in Sql/0015.sides.sql and Sql/rules.messages.sql.</summary>
internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<MessageRead>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Text).HasMaxLength(2000);
        builder.HasOne<Booking>().WithMany().HasForeignKey(m => m.BookingId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<MessageRead> builder)
    {
        builder.HasKey(r => new { r.MessageId, r.PersonId });
        builder.HasOne<Message>().WithMany().HasForeignKey(r => r.MessageId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }
}
