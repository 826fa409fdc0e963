using EasyGig.Domain;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Slots;
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

    public static void IsDeal(this ComplexPropertyBuilder<DealTerms> deal)
    {
        deal.Property(d => d.Kind).HasColumnName("deal_kind");
        deal.Property(d => d.Base).HasColumnName("share_base");
        deal.Property(d => d.Capacity).HasColumnName("sellable");
        foreach (var percent in new[] { nameof(DealTerms.Share), nameof(DealTerms.ProfitShare), nameof(DealTerms.Tax) })
            deal.Property(percent).HasPrecision(6, 3);
    }

    public static void IsTerms(this ComplexPropertyBuilder<SlotTerms> terms)
    {
        terms.Ignore(t => t.Lowest).Ignore(t => t.Highest);
        terms.Property(t => t.Currency).HasColumnType("char(3)");
        terms.Property(t => t.Notes).HasMaxLength(4000);
        terms.ComplexProperty(t => t.Deal).IsDeal();
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
