using EasyGig.Domain.Artists;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How offers and invitations lie in their tables. What the tables allow is in Sql/0013.offers.sql and Sql/rules.offers.sql.</summary>
internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.By).HasColumnName("side");
        builder.Property(o => o.State).IsConcurrencyToken();
        builder.Property(o => o.Note).HasMaxLength(1000);
        builder.ComplexProperty(o => o.Fee).IsFee();
        builder.ComplexProperty(o => o.Deal).IsDeal();
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.State).IsConcurrencyToken();
        builder.Property(i => i.Note).HasMaxLength(1000);
        builder.HasOne<Slot>().WithMany().HasForeignKey(i => i.SlotId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(i => i.ArtistId);
    }
}
