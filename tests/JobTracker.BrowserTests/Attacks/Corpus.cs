namespace JobTracker.BrowserTests.Attacks;

/// <summary>
/// What somebody may write who wants scripts to run in other people's pages. Each piece that gets to run calls <c>boom</c> with its number, and each
/// that only gets to load something asks this site for <c>/hostile/</c> and its number.
/// </summary>
internal static class Corpus
{
    /// <summary>Stands in every piece.</summary>
    public const string Mark = "boom";

    /// <summary>Leaves whatever it stands in and runs there. It comes first everywhere, as some fields have room for one only.</summary>
    public const string Breaker = """"'></title></textarea></script><img src=x onerror=boom(0)>"""";

    public static readonly IReadOnlyList<string> All =
    [
        Breaker,
        // Elements.
        "<script>boom(1)</script>",
        "<ScRiPt\t>boom(2)</ScRiPt\n>",
        "<img/src=x/onerror=boom(3)>",
        "<svg onload=boom(4)></svg>",
        "<svg><script href=\"data:text/javascript,boom(5)\"/></svg>",
        "<svg><animate onbegin=boom(6) attributeName=x dur=1s></svg>",
        "<details open ontoggle=boom(7)>",
        "<input autofocus onfocus=boom(8)>",
        "<video><source onerror=boom(9)></video>",
        "<iframe srcdoc=\"<script>parent.boom(10)</script>\"></iframe>",
        "<object data=\"javascript:boom(11)\"></object>",
        "<base href=\"/hostile/12/\"><i boom></i>",
        "<meta http-equiv=refresh content=\"0;url=/hostile/13\"><i boom></i>",
        "<form action=\"javascript:boom(14)\"><button>",
        "<a href=\"javascript:boom(15)\" autofocus>",
        "<link rel=stylesheet href=\"/hostile/16?boom\">",
        "<math><mi><style><!--</style><img src=x onerror=boom(17)>-->",
        "<svg></p><style><a id=\"</style><img src=x onerror=boom(18)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=boom(19)>\">",
        "<template><img src=x onerror=boom(20)></template>",
        "<!--><img src=x onerror=boom(21)>-->",
        "]]><img src=x onerror=boom(22)>",
        // Attributes.
        "\" autofocus onfocus=\"boom(23)\" x=\"",
        "' autofocus onfocus='boom(24)' x='",
        " onmouseover=boom(25) autofocus onfocus=boom(25) ",
        "\" style=\"background:url(/hostile/26?boom)\" x=\"",
        // htmx's own.
        "<b hx-get=\"/hostile/27?boom\" hx-trigger=\"load\">",
        "<b data-hx-post=\"/hostile/28?boom\" data-hx-trigger=\"load\">",
        "<b hx-on:load=\"boom(29)\" hx-on::before-request=\"boom(29)\">",
        "\" hx-get=\"/hostile/30?boom\" hx-trigger=\"load\" x=\"",
        // Scripts, JSON and templates that it may stand in.
        "\"}]}</script><script>boom(31)//",
        "\\\"};boom(32);//",
        "'-boom(33)-'",
        "${boom(34)}{{constructor.constructor('boom(34)')()}}",
        "\u2028boom(35)//\u2029",
        "}*{background:url(/hostile/36?boom)}</style><style>@import '/hostile/36?boom';",
        // Decoded once too often, or folded into something else.
        "&lt;img src=x onerror=boom(37)&gt;",
        "&#x3c;img src=x onerror=boom(38)&#x3e;",
        "%3Cimg src=x onerror=boom(39)%3E",
        "\\u003cimg src=x onerror=boom(40)\\u003e",
        "\uff1cimg src=x onerror=boom(41)\uff1e",
        "<\u017fcript>boom(42)</\u017fcript>",
        "+ADw-script+AD4-boom(43)+ADw-/script+AD4-",
        // Addresses.
        "javascript:boom(44)",
        "java\tscript:boom(45)",
        "data:text/html,<script>boom(46)</script>",
        "https://example.org/\"onfocus=\"boom(47)\"autofocus",
        "//example.org/<img src=x onerror=boom(48)>",
        // Markdown.
        "[a](javascript:boom(49))",
        "[b](JaVa&#10;Script:boom(50))",
        "[c](data:text/html,<script>boom(51)</script>)",
        "[d](https://example.org/ \"x\" onfocus=boom(52) autofocus)",
        "![e](javascript:boom(53))",
        "![f](/hostile/54?boom)",
        "<javascript:boom(55)>",
        "[g][boom]\n\n[boom]: javascript:boom(56)",
        "| <img src=x onerror=boom(57)> |\n|---|\n| `</code><img src=x onerror=boom(57)>` |",
        "- [x] \"><img src=x onerror=boom(58)>",
        "```\"><img src=x onerror=boom(59)>\n</code></pre><img src=x onerror=boom(59)>\n```",
    ];

    /// <summary>As many pieces as have room, on one line.</summary>
    /// <param name="most">Characters.</param>
    /// <param name="turn">Which row it is for: the next row goes on with other pieces.</param>
    public static string Line(int most = 200, int turn = 0) => Pack(most, turn, ' ').ReplaceLineEndings(" ");

    /// <summary>As many pieces as have room, each in a paragraph of its own.</summary>
    public static string Text(int most = 10_000, int turn = 0) => Pack(most, turn, '\n');

    /// <summary>An address that the site takes: what is hostile stands behind the host.</summary>
    public static string Address(int turn) =>
        $"https://example.org/?q={string.Concat(All[turn % All.Count].Select(letter => char.IsWhiteSpace(letter) ? '+' : letter))}";

    private static string Pack(int most, int turn, char between)
    {
        var packed = Breaker;
        for (var at = 0; at < All.Count - 1; at++)
        {
            // Three pieces have room in an ordinary field.
            var next = All[1 + ((turn * 3 + at) % (All.Count - 1))];
            var longer = $"{packed}{new string(between, 2)}{next}";
            if (longer.Length <= most)
                packed = longer;
        }
        return packed[..Math.Min(packed.Length, most)];
    }
}
