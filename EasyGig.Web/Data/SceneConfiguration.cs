using EasyGig.Domain.Artists;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How organisations, venues and artists lie in their tables. What the tables allow is in Sql/0003.scene.sql.</summary>
internal sealed class SceneConfiguration :
    IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Venue>, IEntityTypeConfiguration<Stage>, IEntityTypeConfiguration<Artist>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Slug).HasMaxLength(80);
        builder.Property(o => o.Version).IsRowVersion();
        builder.ComplexProperty(o => o.Profile, profile =>
        {
            profile.Property(p => p.Name).HasMaxLength(120);
            profile.Property(p => p.About).HasMaxLength(4000);
            profile.ComplexProperty(p => p.Home).IsPlace();
        });
        builder.OwnsMany(o => o.Members, member =>
        {
            member.ToTable("organisation_members");
            member.HasKey("OrganisationId", nameof(OrganisationMember.PersonId));
            member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        });
    }

    public void Configure(EntityTypeBuilder<Venue> builder)
    {
        builder.Ignore(v => v.Zone);
        builder.Property(v => v.Slug).HasMaxLength(80);
        builder.Property(v => v.Version).IsRowVersion();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.HousePromoterId);
        builder.ComplexProperty(v => v.Profile, profile =>
        {
            profile.Property(p => p.Name).HasMaxLength(120);
            profile.Property(p => p.About).HasMaxLength(4000);
            profile.Property(p => p.Address).HasMaxLength(200);
            profile.Property(p => p.TimeZone).HasMaxLength(64);
            profile.Property(p => p.Currency).HasColumnType("char(3)");
            profile.Property(p => p.Backline).HasMaxLength(4000);
            profile.ComplexProperty(p => p.Place).IsPlace();
        });
        builder.OwnsMany(v => v.Directors, director =>
        {
            director.ToTable("venue_directors");
            director.HasKey("VenueId", nameof(VenueDirector.PersonId));
            director.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        });
        builder.HasMany(v => v.Stages).WithOne().HasForeignKey(s => s.VenueId);
    }

    public void Configure(EntityTypeBuilder<Stage> builder)
    {
        builder.ToTable("stages");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsRowVersion();
        builder.ComplexProperty(s => s.Profile, profile => profile.Property(p => p.Name).HasMaxLength(80));
    }

    public void Configure(EntityTypeBuilder<Artist> builder)
    {
        builder.Property(a => a.Slug).HasMaxLength(80);
        builder.Property(a => a.Version).IsRowVersion();
        builder.ComplexProperty(a => a.Profile, profile =>
        {
            profile.Property(p => p.Name).HasMaxLength(120);
            profile.Property(p => p.Bio).HasMaxLength(4000);
            profile.Property(p => p.Rider).HasMaxLength(4000);
            profile.ComplexProperty(p => p.Home).IsPlace();
            profile.ComplexProperty(p => p.Fee).IsFee();
        });
        builder.OwnsMany(a => a.Members, member =>
        {
            member.ToTable("artist_members");
            member.HasKey(m => m.Id);
            member.Property(m => m.Id).ValueGeneratedNever();
            member.Property(m => m.Name).HasMaxLength(120);
            member.Property(m => m.Plays).HasMaxLength(80);
            member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        });
    }
}
