using System.ComponentModel.DataAnnotations;
using EasyGig.Domain.Venues;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>What the form of a stage holds.</summary>
public sealed class StageInput
{
    [Required, StringLength(80), Display(Name = "Name")] public string? Name { get; set; }
    [Required, Range(1, 200_000), Display(Name = "Capacity")] public int? Capacity { get; set; }
    [Required, Display(Name = "Room")] public Room? Room { get; set; }
    [Required, Range(0, 240), Display(Name = "Changeover (minutes)")] public int? Changeover { get; set; }

    public uint Version { get; set; }

    public StageProfile Read() => new(Name!, Capacity!.Value, Room!.Value, Changeover!.Value);

    public static StageInput Of(Stage stage) =>
        new() { Name = stage.Profile.Name, Capacity = stage.Profile.Capacity, Room = stage.Profile.Room, Changeover = stage.Profile.Changeover, Version = stage.Version };
}
