using EasyGig.Domain.Facts;
using EasyGig.Domain.Groups;

namespace EasyGig.Domain.Applications;

/// <summary>What is different about an application that an organisation sent for the artist, together with others.</summary>
public sealed partial class Application
{
    /// <summary>The group that it is, or was, part of.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>The venue said yes, so it is answered, though nothing is booked yet.</summary>
    internal void Hear() => State = State is ApplicationState.Submitted ? ApplicationState.Shortlisted : State;

    /// <summary>Another artist takes its place in the group.</summary>
    /// <param name="asked">Whether the venue had said yes, and so has to hear that this is void.</param>
    internal void MakeWay(bool asked)
    {
        State = ApplicationState.Withdrawn;
        Record(That(FactKind.Replaced) with { To = asked ? null : Side.Artist });
    }

    /// <summary>The group that it is part of did not come about.</summary>
    internal void FallWith(GroupState how)
    {
        if (Refuses(ApplicationState.Withdrawn) is null) MoveTo(how is GroupState.Expired ? ApplicationState.Expired : ApplicationState.Withdrawn, FactKind.GroupFell);
    }
}
