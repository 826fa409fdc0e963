using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Pages.Offers;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist.Applications;

/// <summary>The artist answers an offer with terms of its own.</summary>
public sealed class OfferModel(EasyGigDb db, ApplicationDesk desk, Negotiations negotiations, TimeProvider clock, IStringLocalizer<Text> text)
    : OfferFormModel(desk, negotiations, clock, text)
{
    protected override Side By => Side.Artist;
    protected override IQueryable<Application> Mine => db.ApplicationsOf(User.Id);
    public override string Back => $"/artist/applications/{Talk.Application.Id}";
}
