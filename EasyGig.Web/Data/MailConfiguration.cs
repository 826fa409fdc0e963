using EasyGig.Domain.Mails;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How a mail lies in its table. What the table allows is in Sql/0006.mails.sql.</summary>
internal sealed class MailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("mails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsRowVersion();
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.Property(m => m.Address).HasMaxLength(254);
        builder.Property(m => m.Culture).HasMaxLength(5);
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.Unsubscribe).HasMaxLength(1000);
        builder.Property(m => m.Error).HasMaxLength(500);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        builder.HasOne<OutgoingMail>().WithMany().HasForeignKey(m => m.CopyOf);
    }
}
