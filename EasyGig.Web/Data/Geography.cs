using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>A country (ISO 3166-1) and the currency used there (ISO 4217).</summary>
public sealed record Country(string Code, string Name, string NameIt, string? Currency, bool HasCities);

/// <summary>A region of a country (ISO 3166-2), named in its own language.</summary>
public sealed record Region(string Code, string CountryCode, string Name, string NameEn);

/// <summary>A city (GeoNames). Coordinates are degrees, WGS 84.</summary>
public sealed record City(
    int Id, string Name, string Province, string RegionCode, string CountryCode,
    double Latitude, double Longitude, int Population, string TimeZone, string[] Names);

/// <summary>A genre or a group of genres; <see cref="Bit"/> is its number in a GenreSet, for ever.</summary>
public sealed record Genre(short Bit, string Slug, string Name, string NameIt, string? ParentSlug, bool Main);

internal sealed class GeographyConfiguration :
    IEntityTypeConfiguration<Country>, IEntityTypeConfiguration<Region>, IEntityTypeConfiguration<City>, IEntityTypeConfiguration<Genre>
{
    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.HasKey(country => country.Code);
        builder.Property(country => country.Code).HasColumnType("char(2)");
        builder.Property(country => country.Currency).HasColumnType("char(3)");
    }

    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.HasKey(region => region.Code);
        builder.Property(region => region.Code).HasMaxLength(8);
        builder.Property(region => region.CountryCode).HasColumnType("char(2)");
    }

    public void Configure(EntityTypeBuilder<City> builder)
    {
        builder.Property(city => city.Id).ValueGeneratedNever();
        builder.Property(city => city.Province).HasMaxLength(80);
        builder.Property(city => city.RegionCode).HasMaxLength(8);
        builder.Property(city => city.CountryCode).HasColumnType("char(2)");
        builder.Property(city => city.TimeZone).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Genre> builder)
    {
        builder.HasKey(genre => genre.Bit);
        builder.Property(genre => genre.Bit).ValueGeneratedNever();
        builder.Property(genre => genre.Slug).HasMaxLength(40);
        builder.Property(genre => genre.ParentSlug).HasMaxLength(40);
    }
}
