using static EasyGig.Domain.Invitations.InvitationState;

namespace EasyGig.Domain.Invitations;

public enum InvitationState { Sent, Answered, Declined, Expired }

public static class InvitationSteps
{
    public static readonly Steps<InvitationState> All = new Steps<InvitationState>()
        .Begin(Sent)
        .Allow([Sent], Answered, Declined, Expired);
}
