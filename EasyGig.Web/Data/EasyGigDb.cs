using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.BusyTimes;
using EasyGig.Domain.Feeds;
using EasyGig.Domain.Files;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Messages;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Rosters;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Strikes;
using EasyGig.Domain.Venues;
using EasyGig.Web.Clockwork;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Data;

/// <summary>The database. What its tables allow is in Data/Sql; who may see which rows is in the <c>…Of(person)</c> queries.</summary>
public sealed partial class EasyGigDb(DbContextOptions<EasyGigDb> options) : IdentityDbContext<Person, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInTry> SignInTries => Set<SignInTry>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<City> Cities => Set<City>();
    public DbSet<Genre> Genres => Set<Genre>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<Stage> Stages => Set<Stage>();
    public DbSet<Artist> Artists => Set<Artist>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<Slot> Slots => Set<Slot>();
    public DbSet<SlotVersion> SlotVersions => Set<SlotVersion>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<RosterEntry> RosterEntries => Set<RosterEntry>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<GroupPair> GroupPairs => Set<GroupPair>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<BookingVersion> BookingVersions => Set<BookingVersion>();
    public DbSet<Strike> Strikes => Set<Strike>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<MessageRead> MessageReads => Set<MessageRead>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<RunOfShow> RunOfShows => Set<RunOfShow>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Challenge> Challenges => Set<Challenge>();
    public DbSet<SavedSearch> Searches => Set<SavedSearch>();
    public DbSet<SearchFind> SearchFinds => Set<SearchFind>();
    public DbSet<FreshSlot> FreshSlots => Set<FreshSlot>();
    public DbSet<CalendarFeed> Feeds => Set<CalendarFeed>();
    public DbSet<BusyTime> BusyTimes => Set<BusyTime>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<MailPreference> MailPreferences => Set<MailPreference>();
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    /// <summary>Whether two sets of genres share one; an index condition, not a filter in memory.</summary>
    public static bool GenresMeet(GenreSet one, GenreSet other) => one.Meets(other);

    /// <summary>The day on a venue's calendar on which something begins; for queries alone.</summary>
    public static DateOnly DayOf(Guid venue, DateTimeOffset moment) => throw new NotSupportedException($"{venue} at {moment}");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var words in typeof(Word).Assembly.GetExportedTypes().Where(type => type.IsEnum))
            configurationBuilder.Properties(words).HaveConversion(typeof(WordConverter<>).MakeGenericType(words)).HaveMaxLength(16);
        configurationBuilder.Properties<decimal>().HavePrecision(14, 3);
        configurationBuilder.Properties<GenreSet>().HaveConversion<GenreSetConverter>().HaveColumnType("bit(128)");
        configurationBuilder.DefaultTypeMapping<GenreSet>().HasConversion<GenreSetConverter>().HasColumnType("bit(128)");
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(EasyGigDb).Assembly);
        builder.HasDbFunction(GetType().GetMethod(nameof(GenresMeet))!).HasName("genres_meet");
        builder.HasDbFunction(GetType().GetMethod(nameof(DayOf))!).HasName("venue_day");
    }
}
