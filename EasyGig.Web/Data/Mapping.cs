using EasyGig.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EasyGig.Web.Data;

/// <summary>How the small values of the domain lie in a row.</summary>
internal static class Mapping
{
    public static void IsFee(this ComplexPropertyBuilder<Money> money)
    {
        money.Property(m => m.Amount).HasColumnName("fee");
        money.Property(m => m.Currency).HasColumnType("char(3)");
    }

    public static void IsTime(this ComplexPropertyBuilder<Period> period)
    {
        period.Property(p => p.Start).HasColumnName("starts_at");
        period.Property(p => p.End).HasColumnName("ends_at");
    }

    public static void IsPlace(this ComplexPropertyBuilder<Place> place)
    {
        place.Property(p => p.RegionCode).HasMaxLength(8);
        place.Property(p => p.CountryCode).HasColumnType("char(2)");
    }
}
