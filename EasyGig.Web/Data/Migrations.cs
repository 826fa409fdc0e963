using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EasyGig.Web.Data;

// One line per file of Data/Sql. A file that has been released is never edited: add the next.

[DbContext(typeof(EasyGigDb)), Migration("0001.people")]
internal sealed class PeopleMigration() : SqlMigration("0001.people.sql");

[DbContext(typeof(EasyGigDb)), Migration("0002.geography")]
internal sealed class GeographyMigration() : SqlMigration("0002.geography.sql");

[DbContext(typeof(EasyGigDb)), Migration("0003.scene")]
internal sealed class SceneMigration() : SqlMigration("0003.scene.sql");

[DbContext(typeof(EasyGigDb)), Migration("0004.slots")]
internal sealed class SlotsMigration() : SqlMigration("0004.slots.sql");

[DbContext(typeof(EasyGigDb)), Migration("0005.bookings")]
internal sealed class BookingsMigration() : SqlMigration("0005.bookings.sql");

[DbContext(typeof(EasyGigDb)), Migration("0006.mails")]
internal sealed class MailsMigration() : SqlMigration("0006.mails.sql");

[DbContext(typeof(EasyGigDb)), Migration("0007.facts")]
internal sealed class FactsMigration() : SqlMigration("0007.facts.sql");

[DbContext(typeof(EasyGigDb)), Migration("0008.amounts")]
internal sealed class AmountsMigration() : SqlMigration("0008.amounts.sql");

[DbContext(typeof(EasyGigDb)), Migration("0009.search")]
internal sealed class SearchMigration() : SqlMigration("0009.search.sql");

[DbContext(typeof(EasyGigDb)), Migration("0010.files")]
internal sealed class FilesMigration() : SqlMigration("0010.files.sql");

[DbContext(typeof(EasyGigDb)), Migration("0011.deals")]
internal sealed class DealsMigration() : SqlMigration("0011.deals.sql");

[DbContext(typeof(EasyGigDb)), Migration("0012.versions")]
internal sealed class VersionsMigration() : SqlMigration("0012.versions.sql");

[DbContext(typeof(EasyGigDb)), Migration("0013.offers")]
internal sealed class OffersMigration() : SqlMigration("0013.offers.sql");

[DbContext(typeof(EasyGigDb)), Migration("0014.life")]
internal sealed class LifeMigration() : SqlMigration("0014.life.sql");

[DbContext(typeof(EasyGigDb)), Migration("0015.sides")]
internal sealed class SidesMigration() : SqlMigration("0015.sides.sql");

[DbContext(typeof(EasyGigDb)), Migration("0016.day")]
internal sealed class DayMigration() : SqlMigration("0016.day.sql");

[DbContext(typeof(EasyGigDb)), Migration("0017.clockwork")]
internal sealed class ClockworkMigration() : SqlMigration("0017.clockwork.sql");

[DbContext(typeof(EasyGigDb)), Migration("0018.strikes")]
internal sealed class StrikesMigration() : SqlMigration("0018.strikes.sql");

[DbContext(typeof(EasyGigDb)), Migration("0019.holds")]
internal sealed class HoldsMigration() : SqlMigration("0019.holds.sql");

[DbContext(typeof(EasyGigDb)), Migration("0020.groups")]
internal sealed class GroupsMigration() : SqlMigration("0020.groups.sql");

[DbContext(typeof(EasyGigDb)), Migration("0021.searches")]
internal sealed class SearchesMigration() : SqlMigration("0021.searches.sql");

[DbContext(typeof(EasyGigDb)), Migration("0022.time")]
internal sealed class TimeMigration() : SqlMigration("0022.time.sql");

[DbContext(typeof(EasyGigDb)), Migration("0023.acting")]
internal sealed class ActingSidesMigration() : SqlMigration("0023.acting.sql");

[DbContext(typeof(EasyGigDb)), Migration("0024.feeds")]
internal sealed class FeedsMigration() : SqlMigration("0024.feeds.sql");

[DbContext(typeof(EasyGigDb)), Migration("0025.mail-preferences")]
internal sealed class MailPreferencesMigration() : SqlMigration("0025.mail-preferences.sql");

/// <summary>A migration whose whole content is one SQL file.</summary>
internal abstract class SqlMigration(string file) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read(file));
}
