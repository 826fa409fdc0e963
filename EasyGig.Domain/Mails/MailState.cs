using static EasyGig.Domain.Mails.MailState;

namespace EasyGig.Domain.Mails;

public enum MailState { Queued, Sending, Sent, Failed }

public static class MailSteps
{
    public static readonly Steps<MailState> All = new Steps<MailState>()
        .Begin(Queued)
        .Allow([Queued], Sending)
        .Allow([Sending], Sent, Queued, Failed);
}
