using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Organisations;
using EasyGig.Web.Data;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>What the form of an organisation holds.</summary>
public sealed class OrganisationInput
{
    [Required, StringLength(120), Display(Name = "Name")] public string? Name { get; set; }
    [Required, Display(Name = "Kind")] public OrganisationKind? Kind { get; set; }
    [Required, StringLength(120), Display(Name = "City")] public string? City { get; set; }
    [StringLength(4000), Display(Name = "About the organisation")] public string? About { get; set; }
    public uint Version { get; set; }

    /// <param name="city">As it can be typed again.</param>
    public static OrganisationInput Of(Organisation organisation, string city) => new()
    {
        Name = organisation.Profile.Name, Kind = organisation.Profile.Kind, City = city, About = organisation.Profile.About, Version = organisation.Version,
    };

    public OrganisationProfile In(City city) => new()
    {
        Name = Name!, Kind = Kind!.Value, Home = new(city.Id, city.RegionCode, city.CountryCode), About = About ?? "",
    };
}
