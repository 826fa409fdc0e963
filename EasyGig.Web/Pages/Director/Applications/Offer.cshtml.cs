using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Pages.Offers;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>The venue offers an artist terms, or answers its counter-offer with others.</summary>
public sealed class OfferModel(EasyGigDb db, ApplicationDesk desk, Negotiations negotiations, TimeProvider clock, IStringLocalizer<Text> text)
    : OfferFormModel(desk, negotiations, clock, text)
{
    protected override Side By => Side.Venue;
    protected override IQueryable<Application> Mine => db.ApplicationsTo(User.Id);
    public override string Back => $"/director/applications/{Talk.Application.Id}";
}
