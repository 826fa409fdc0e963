namespace EasyGig.Domain.Mails;

/// <summary>Every way a mail can be refused.</summary>
public static class MailRefusals
{
    public static readonly Refusal NotFailed = new("mails_not_failed");

    public static readonly Refusal Step = new("mails_step");
    public static readonly Refusal HeadersOneLine = new("mails_headers_one_line");
    public static readonly Refusal SentAtPresent = new("mails_sent_at_present");
    public static readonly Refusal ErrorPresent = new("mails_error_present");
    public static readonly Refusal SentAgainOnce = new("mails_sent_again_once");

    /// <summary>Nobody can do without the mails about what binds.</summary>
    public static readonly Refusal WhatBinds = new("mail_preferences_what_binds");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Step, HeadersOneLine, SentAtPresent, ErrorPresent, SentAgainOnce, WhatBinds];
}
