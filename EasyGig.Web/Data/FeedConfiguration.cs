using EasyGig.Domain.Artists;
using EasyGig.Domain.BusyTimes;
using EasyGig.Domain.Feeds;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How links to calendars and busy times lie in their tables. What the tables allow is in Sql/0024.feeds.sql.</summary>
internal sealed class FeedConfiguration : IEntityTypeConfiguration<CalendarFeed>, IEntityTypeConfiguration<BusyTime>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Token).HasColumnType("char(43)");
        builder.Property(f => f.Digest).ValueGeneratedOnAddOrUpdate();
        builder.Ignore(f => f.Subject);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        builder.HasOne<Venue>().WithMany().HasForeignKey(f => f.VenueId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(f => f.ArtistId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<BusyTime> builder)
    {
        builder.ToTable("busy_times");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.ComplexProperty(b => b.Time).IsTime();
        builder.Property(b => b.Source).HasMaxLength(BusyTime.SourceLength);
        builder.Property(b => b.Uid).HasMaxLength(BusyTime.UidLength);
        builder.HasOne<Artist>().WithMany().HasForeignKey(b => b.ArtistId);
    }
}
