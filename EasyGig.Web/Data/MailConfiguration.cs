using EasyGig.Domain.Mails;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How mails, and which of them people do not want, lie in their tables. What the tables allow is in Sql/0006.mails.sql and Sql/0025.mail-preferences.sql.</summary>
internal sealed class MailConfiguration : IEntityTypeConfiguration<OutgoingMail>, IEntityTypeConfiguration<MailPreference>
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

    public void Configure(EntityTypeBuilder<MailPreference> builder)
    {
        builder.ToTable("mail_preferences");
        builder.HasKey(p => new { p.PersonId, p.Unwanted });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }
}
