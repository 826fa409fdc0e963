namespace EasyGig.Domain;

/// <summary>Text that has to fit.</summary>
public static class Shortening
{
    extension(string text)
    {
        /// <summary>At most so many UTF-16 units, with an ellipsis for what is left out; no character is cut in two.</summary>
        public string Cut(int length)
        {
            if (text.Length <= length) return text;
            var kept = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
            return $"{text[..kept].TrimEnd()}…";
        }
    }
}
