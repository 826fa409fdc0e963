using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Rosters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How rosters and groups lie in their tables. What the tables allow is in Sql/0020.groups.sql and Sql/rules.groups.sql.</summary>
internal sealed class GroupConfiguration : IEntityTypeConfiguration<RosterEntry>, IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<GroupPair>
{
    public void Configure(EntityTypeBuilder<RosterEntry> builder)
    {
        builder.ToTable("roster_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.State).IsConcurrencyToken();
        builder.Property(e => e.Note).HasMaxLength(1000);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId);
        builder.HasOne<Artist>().WithMany().HasForeignKey(e => e.ArtistId);
    }

    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.State).IsConcurrencyToken();
        builder.Ignore(g => g.Yeses);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId);
        builder.HasMany(g => g.Pairs).WithOne().HasForeignKey(p => p.GroupId);
        builder.Navigation(g => g.Pairs).AutoInclude(); // the verbs need them
    }

    public void Configure(EntityTypeBuilder<GroupPair> builder)
    {
        builder.ToTable("group_pairs");
        builder.HasKey(p => new { p.GroupId, p.Number });
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.HasOne<Application>().WithMany().HasForeignKey(p => p.ApplicationId);
    }
}
