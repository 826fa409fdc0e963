namespace EasyGig.Domain.Venues;

/// <summary>A house with one stage or more. Its directors decide what happens there.</summary>
public sealed class Venue : Entity
{
    private readonly List<VenueDirector> _directors = [];
    private readonly List<Stage> _stages = [];

    private Venue() { }

    /// <param name="director">The person who signs up for the venue.</param>
    /// <param name="slug">The address of the public page; unique.</param>
    public Venue(Guid director, string slug, VenueProfile profile)
    {
        (Id, Slug, Profile) = (Guid.CreateVersion7(), slug, profile);
        _directors.Add(new VenueDirector(director));
    }

    public string Slug { get; private set; } = "";
    public VenueProfile Profile { get; private set; } = null!;

    /// <summary>The organisation whose promoters review the bookings here; null when the director's word is the last.</summary>
    public Guid? HousePromoterId { get; private set; }
    public DateTimeOffset? VerifiedAt { get; private set; }
    public IReadOnlyList<VenueDirector> Directors => _directors;
    public IReadOnlyList<Stage> Stages => _stages;

    /// <summary>How many hours those have who are asked for their word: 24 or 48.</summary>
    public int AnswerHours { get; private set; } = 48;
    public uint Version { get; private set; }

    /// <summary>How long those have who are asked for their word.</summary>
    public TimeSpan AnswerTime => TimeSpan.FromHours(AnswerHours);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Profile.TimeZone);

    public void Describe(VenueProfile profile) => Profile = profile;

    public void LetReview(Guid? organisation) => HousePromoterId = organisation;

    /// <param name="hours">24 or 48.</param>
    public void LetAnswer(int hours) => AnswerHours = hours;

    public Stage AddStage(StageProfile profile)
    {
        var stage = new Stage(Id, profile);
        _stages.Add(stage);
        return stage;
    }
}

/// <summary>A person who decides for a venue.</summary>
public sealed record VenueDirector(Guid PersonId);
