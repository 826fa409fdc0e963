using EasyGig.Domain.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How the audit trail and the notices lie in their tables (Sql/0007.facts.sql).</summary>
internal sealed class FactConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(e => e.Fact).HasMaxLength(32);
        builder.Property(e => e.Reason).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Fact).HasMaxLength(32);
        builder.Property(n => n.Text).HasMaxLength(200);
        builder.Property(n => n.Link).HasMaxLength(200);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(n => n.BookingId);
    }
}
