using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>What the form of a venue holds.</summary>
public sealed class VenueInput
{
    [Required, StringLength(120), Display(Name = "Name")] public string? Name { get; set; }
    [StringLength(4000), Display(Name = "About the venue")] public string? About { get; set; }
    [Required, StringLength(200), Display(Name = "Address")] public string? Address { get; set; }
    [Required, StringLength(120), Display(Name = "City")] public string? City { get; set; }
    [Range(-90d, 90d), Display(Name = "Latitude")] public double? Latitude { get; set; }
    [Range(-180d, 180d), Display(Name = "Longitude")] public double? Longitude { get; set; }
    [StringLength(64), Display(Name = "Time zone")] public string? TimeZone { get; set; }
    [StringLength(3), Display(Name = "Currency")] public string? Currency { get; set; }
    [StringLength(4000), Display(Name = "Backline")] public string? Backline { get; set; }
    [StringLength(4100), Display(Name = "Photos")] public string? Photos { get; set; }
    [Display(Name = "House promoter")] public Guid? HousePromoterId { get; set; }
    [Required, Display(Name = "Time to answer")] public int? AnswerHours { get; set; } = 48;
    public uint Version { get; set; }

    public static VenueInput Of(Venue venue, string city) => new()
    {
        Name = venue.Profile.Name, About = venue.Profile.About, Address = venue.Profile.Address, City = city,
        Latitude = venue.Profile.Latitude, Longitude = venue.Profile.Longitude, TimeZone = venue.Profile.TimeZone, Currency = venue.Profile.Currency,
        Backline = venue.Profile.Backline, Photos = string.Join('\n', venue.Profile.Photos), HousePromoterId = venue.HousePromoterId, AnswerHours = venue.AnswerHours, Version = venue.Version,
    };

    /// <summary>The profile that the fields describe. What was left empty is as it is in the city.</summary>
    /// <param name="currency">Of the city's country; null where EasyGig knows none.</param>
    public (VenueProfile? Profile, Refusal? Refusal) Read(City city, string? currency)
    {
        if ((Currency ?? currency) is not { } money) return (null, VenueRefusals.CurrencyUnknown);
        var (photos, wrong) = WebAddress.Lines(Photos);
        if (wrong is not null) return (null, VenueRefusals.PhotoAddress.About(wrong));
        return (new()
        {
            Name = Name!, About = About ?? "", Address = Address!, Place = new(city.Id, city.RegionCode, city.CountryCode),
            Latitude = Latitude ?? city.Latitude, Longitude = Longitude ?? city.Longitude, TimeZone = TimeZone ?? city.TimeZone, Currency = money,
            Backline = Backline ?? "", Photos = photos,
        }, null);
    }
}
