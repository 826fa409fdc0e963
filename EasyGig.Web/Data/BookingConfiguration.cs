using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How applications and bookings lie in their tables. What the tables allow is in Sql/0005.bookings.sql and Sql/rules.bookings.sql.</summary>
internal sealed class BookingConfiguration : IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<Booking>
{
    /// <summary>The generated column that says whether an application may still lead to a booking, or has.</summary>
    public const string IsLive = nameof(IsLive);

    /// <summary>The generated column that says whether a booking holds its stage's and its artist's time.</summary>
    public const string IsActive = nameof(IsActive);

    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsRowVersion();
        builder.Property<bool>(IsLive).ValueGeneratedOnAddOrUpdate();
        builder.Property(a => a.Message).HasMaxLength(2000);
        builder.Property(a => a.Reason).HasMaxLength(1000);
        builder.HasOne<Slot>().WithMany().HasForeignKey(a => a.SlotId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(a => a.ArtistId);
        builder.HasOne<Group>().WithMany().HasForeignKey(a => a.GroupId);
        builder.ComplexProperty(a => a.Fee).IsFee();
        builder.Ignore(a => a.Standing).Ignore(a => a.Next).Ignore(a => a.Asked);
        builder.HasMany(a => a.Offers).WithOne().HasForeignKey(offer => offer.ApplicationId);
        builder.Navigation(a => a.Offers).AutoInclude(); // the verbs need them
    }

    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Version).IsRowVersion();
        builder.Property<bool>(IsActive).ValueGeneratedOnAddOrUpdate();
        builder.Property(b => b.Sequence).ValueGeneratedOnAddOrUpdate();
        builder.Property(b => b.ChangedAt).ValueGeneratedOnAddOrUpdate();
        builder.Property(b => b.Reason).HasMaxLength(1000);
        builder.Property(b => b.CannotPlayReason).HasMaxLength(1000);
        builder.Property(b => b.Clause).HasMaxLength(BookingTerms.ClauseLength);
        builder.Ignore(b => b.Terms).Ignore(b => b.Proposal).Ignore(b => b.Agreed);
        builder.HasOne<Slot>().WithMany().HasForeignKey(b => b.SlotId);
        builder.HasOne<Application>().WithMany().HasForeignKey(b => b.ApplicationId);
        builder.HasOne<Venue>().WithMany().HasForeignKey(b => b.VenueId);
        builder.HasOne<Stage>().WithMany().HasForeignKey(b => b.StageId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(b => b.ArtistId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.ReviewerId);
        builder.ComplexProperty(b => b.Time).IsTime();
        builder.ComplexProperty(b => b.Fee).IsFee();
        builder.ComplexProperty(b => b.Deal).IsDeal();
    }
}
