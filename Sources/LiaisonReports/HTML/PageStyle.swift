/// The style of the report's page: one constant, known to the page's policy by its hash.
enum PageStyle {
  /// The SHA-256 of `css`, in base 64. A test computes it anew and prints what belongs here.
  static let hash = "7WwUTTb8opadS9XswG0ALr7oXZpC1fB/ZulnrPE55bI="

  /// The style sheet. Colour is never alone: each mark has its word and its own border, each cell its
  /// number.
  static let css = sheet + pages

  private static let sheet = """

    :root{color-scheme:light;--ink:#16202b;--soft:#4d5966;--rule:#d3dae2;--wash:#f3f6f9;--accent:#0b4f71;--tlp:#ffc000}
    .clear{--tlp:#fff}.green{--tlp:#3f0}.red{--tlp:#ff2b2b}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:#fff;color:var(--ink);font:16px/1.55 "Noto Sans","Liberation Sans",Arial,"Noto Sans Arabic","Noto Naskh Arabic",sans-serif}
    .label{margin:0;padding:.45rem 1.5rem;background:#000;text-align:right}
    .label span{color:var(--tlp);font-weight:700;letter-spacing:.04em}
    main{max-width:70rem;margin:0 auto;padding:0 1.5rem 3rem}
    main>*,.first>*{max-width:52rem}
    main>.first,main>nav,main>figure,main>.wide,main>.columns,main>.table,main>.matrix,.first>figure,.wide>*{max-width:none}
    h1{font-size:2.3rem;line-height:1.15;letter-spacing:-.01em;margin:2.25rem 0 .5rem;color:var(--accent);text-wrap:balance}
    h2{font-size:1.5rem;line-height:1.25;margin:3.5rem 0 .75rem;padding-top:1.1rem;border-top:3px solid var(--accent);color:var(--accent);text-wrap:balance}
    main>h2{max-width:none}
    h3{font-size:1.08rem;line-height:1.35;margin:1.9rem 0 .4rem}
    p{margin:.6rem 0}
    .lede{font-size:1.2rem;line-height:1.45;margin:.4rem 0 1rem}
    ul,ol{padding-left:1.5rem;margin:.6rem 0}
    li{margin:.5rem 0;padding-left:.15rem}
    li::marker{color:var(--soft)}
    .first>aside{max-width:none;height:auto}
    .first>aside:first-of-type>ul{columns:2 24rem;column-gap:2rem;margin:0}
    .first>aside:first-of-type li{break-inside:avoid;margin:0 0 .25rem}
    .first>ol{list-style:none;padding:0;counter-reset:n;max-width:58rem}
    .first>ol>li{counter-increment:n;position:relative;padding-left:2.9rem;margin:.85rem 0;font-size:1.06rem;line-height:1.5;min-height:1.9rem}
    .first>ol>li::before{content:counter(n);position:absolute;left:0;top:.05rem;width:1.9rem;height:1.9rem;border-radius:50%;background:var(--accent);color:#fff;font-weight:700;font-size:.98rem;line-height:1.9rem;text-align:center}
    .details{list-style:none;padding-left:.9rem;margin:.25rem 0;border-left:3px solid var(--rule);color:var(--soft);font-size:.9rem;line-height:1.5}
    .details li{margin:.15rem 0;padding:0;overflow-wrap:anywhere}
    .mark{display:inline-block;padding:0 .5rem;margin-right:.15rem;border-radius:.25rem;font-size:.76rem;line-height:1.5;font-weight:700;letter-spacing:.02em;border:1px solid}
    .mark.error{background:#fbe9e9;color:#8c1010}
    .mark.warning{background:#fdf3dc;color:#6b4700;border-style:dashed}
    .mark.info{background:#e8f1f8;color:#0b4a6b;border-style:dotted}
    .mark.question{background:#f1eef8;color:#4a3478;border-style:double;border-width:3px}
    aside{background:var(--wash);border-left:5px solid var(--accent);padding:.9rem 1.25rem 1rem;margin:1.25rem 0;height:100%}
    main>aside{height:auto}
    aside h3{margin:0 0 .5rem}
    aside ul,aside ol{padding-left:1.2rem;margin:.3rem 0}
    aside li{margin:.4rem 0}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1.5rem;margin:1.5rem 0}
    .columns>div>*{margin-top:0}
    nav{margin:2.5rem 0 0;padding:1rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
    nav ul{list-style:none;padding:0;margin:0;columns:3 16rem;column-gap:2rem}
    nav li{margin:0;padding:.18rem 0;break-inside:avoid}
    a{color:var(--accent);text-underline-offset:.15em}
    nav a{text-decoration:none}
    a:hover{text-decoration:underline}
    :focus-visible{outline:3px solid #e08a00;outline-offset:2px}
    figure{margin:1.5rem 0}
    .picture{border:1px solid var(--rule);overflow-x:auto;background:#fff}
    .picture svg{display:block;width:100%;min-width:58rem;height:auto}
    time{white-space:nowrap}
    code{font-family:"Noto Sans Mono","Liberation Mono",monospace;font-size:.92em;background:var(--wash);padding:0 .2em}
    .plate{display:none}
    .undrawn{border:2px dashed var(--rule);padding:.5rem 1rem}
    figcaption{color:var(--soft);font-size:.9rem;margin-top:.45rem}
    .table{overflow-x:auto;margin:1.25rem 0;background:linear-gradient(90deg,#fff 40%,#fff0),linear-gradient(270deg,#fff 40%,#fff0) 100% 0,linear-gradient(90deg,#16202b4d,#16202b00),linear-gradient(270deg,#16202b4d,#16202b00) 100% 0;background-repeat:no-repeat;background-size:2.5rem 100%,2.5rem 100%,.7rem 100%,.7rem 100%;background-attachment:local,local,scroll,scroll}
    table{border-collapse:collapse;font-size:.92rem;line-height:1.4;min-width:30rem}
    caption{text-align:left;font-weight:700;padding-bottom:.45rem;max-width:50rem}
    th,td{text-align:left;vertical-align:top;padding:.38rem 1.1rem .38rem 0;border-bottom:1px solid var(--rule)}
    thead th{border-bottom:2px solid var(--ink);vertical-align:bottom;line-height:1.25}
    tbody th{font-weight:400}
    td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .matrix table{border-collapse:separate;border-spacing:2px;font-size:.86rem}
    .matrix thead th{border:0;padding:.3rem .1rem}
    .matrix thead th:not(:first-child) span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:11rem}
    .matrix tbody th{position:sticky;left:0;background:#fff;border:0;padding:.3rem .8rem .3rem 0;white-space:nowrap}
    .matrix td{border:0;padding:.3rem .45rem;text-align:center;white-space:nowrap;font-variant-numeric:tabular-nums;background:var(--wash)}
    .matrix td.all{background:#e3eef4}
    .matrix td.part{background:#fdeec8;font-weight:700;box-shadow:inset 0 0 0 1px #b57f00}
    .matrix td.none{background:#f9dede;font-weight:700;box-shadow:inset 0 0 0 2px #8c1010}
    .matrix td.faint{background:none;color:var(--soft)}
    .words p{overflow-wrap:anywhere;font-size:.9rem;margin:.35rem 0}
    .words li{overflow-wrap:anywhere;font-size:.9rem;margin:.15rem 0}
    details{margin:.5rem 0}
    summary{cursor:pointer;font-size:.9rem;font-weight:700;color:var(--accent);padding:.2rem 0}
    .columns table{min-width:0;width:100%}
    .bar{display:block;width:9rem;height:.8rem;margin-top:.25rem}
    .bar .whole{fill:#e6eaee}.bar .possible{fill:#9cc3d9}.bar .certain{fill:var(--accent)}
    footer p{max-width:70rem;margin:0 auto;padding:1rem 1.5rem;color:var(--soft);font-size:.85rem}
    @media (max-width:40rem){main{padding:0 1rem 2rem}h1{font-size:1.7rem;margin-top:1.5rem}h2{font-size:1.3rem;margin-top:2.5rem}.lede{font-size:1.1rem}.first>ol>li{padding-left:2.5rem;font-size:1rem}.label{padding:.4rem 1rem}aside{padding:.8rem 1rem;height:auto}.matrix tbody th{white-space:normal;min-width:9rem}.columns{gap:1rem}table{min-width:0}caption{max-width:calc(100vw - 2rem)}th,td{padding-right:.8rem}tbody th{min-width:8rem}.table:not(.matrix) td:not(.number):not(:has(.bar)){min-width:7.5rem}.bar{width:4.5rem}.broad::before,.picture::before{content:"Scroll sideways where it is cut off \\2192";position:sticky;left:0;display:block;width:max-content;max-width:calc(100vw - 2rem);padding-bottom:.3rem;font-size:.82rem;color:var(--soft)}.picture::before{padding:.3rem .5rem}}
    @media print{
    html{font-size:9.4pt}
    body{font-size:1rem;line-height:1.42}
    main{max-width:none;padding:0;display:flex;flex-direction:column}
    main>*,.first>*{max-width:none;flex:none}
    .first{display:contents}
    .first>figure:not(.undrawn),main>.wide:not(:has(.undrawn)){order:3;width:269mm}
    .first:has(>aside)~*{order:2}
    .first:has(>aside)>figure:not(.undrawn){order:1;margin:0}
    .first:has(>aside)~#chapter-1{break-before:page}
    .plate{display:block;color:var(--soft);font-size:.9rem}
    header.label,footer .label,nav{display:none}
    h1{font-size:18pt;margin:0 0 1.5mm}
    h2{font-size:13.5pt;margin:8mm 0 2mm;padding-top:2.5mm;border-top-width:2px;break-after:avoid}
    h3{break-after:avoid;margin:4.5mm 0 1.5mm}
    caption{break-after:avoid}
    p{orphans:3;widows:3}
    .first{font-size:10.4pt}
    .first .lede{font-size:11.6pt;margin:0 0 3mm}
    .first p{margin:0 0 2mm}
    .first>ol{max-width:none}
    .first>ol>li{font-size:1em;line-height:1.42;margin:2.2mm 0;padding-left:8mm;min-height:5.4mm}
    .first>ol>li::before{width:5.2mm;height:5.2mm;line-height:5.2mm;font-size:9pt}
    .first aside{padding:3mm 4mm}
    .first aside h3{margin:0 0 1.5mm;font-size:1.04em}
    .first aside li{margin:1mm 0}
    .first>aside{margin:3.5mm 0 0}
    .first .details{font-size:.92em;margin:.6mm 0;line-height:1.36}
    .first .details li{display:inline}
    .mark,aside,.label,.matrix td,.first>ol>li::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    figure,aside,li,tr,.columns>div,.table:not(:has(tbody tr:nth-child(8))){break-inside:avoid}
    thead,thead tr,tbody tr:first-child{break-after:avoid}
    tbody tr:nth-last-child(-n+2){break-before:avoid}
    .picture,.table{overflow:visible}
    .picture svg{min-width:0}
    figcaption a{display:none}
    .matrix tbody th{position:static}
    .matrix table{font-size:7.6pt;min-width:0}
    .matrix td{padding:.8mm 1mm}
    .wide{break-inside:avoid}
    .wide figure{margin:0}
    .words{columns:2;column-gap:6mm}
    .words h3{margin:0 0 1.5mm;font-size:9pt}
    .words{margin-top:5mm}
    .words p{break-after:avoid}
    .words p,.words li{font-size:7.4pt;line-height:1.3;margin:.6mm 0}
    details::details-content{content-visibility:visible;display:block;height:auto}
    summary{list-style:none;font-size:7.4pt;break-after:avoid}
    .bar{width:32mm;height:2.6mm;margin-top:.6mm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    footer:not(:has(p)){display:none}
    footer p{padding:2mm 0}
    }

    """

  /// The printed pages of each label: it stands at the head and the foot of every one (TLP 2.0), and
  /// each drawn figure has a page of its own, turned, on which 9 pt of the slide are 7 pt: that of a first
  /// page which asks for decisions follows it, the others stand at the end, so that no page breaks off for them.
  private static let pages = [
    ("clear", "CLEAR", "#fff"), ("green", "GREEN", "#3f0"), ("amber", "AMBER", "#ffc000"),
    ("strict", "AMBER+STRICT", "#ffc000"), ("red", "RED", "#ff2b2b"),
  ].map { style, label, color in
    let box =
      "font:700 8pt sans-serif;color:\(color);background:#000;text-align:center;width:36mm;"
    let boxes = """
      @top-right{content:"TLP:\(label)";\(box)margin:5mm 0 4.5mm}\
      @bottom-right{content:"TLP:\(label)";\(box)margin:4.5mm 0 5mm}\
      @bottom-left{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#4d5966}
      """
    return """
      @page \(style){size:A4;margin:16mm 15mm;\(boxes)}
      @page \(style)-wide{size:A4 landscape;margin:16mm 14mm;\(boxes)}
      @media print{.\(style) body{page:\(style)}\
      .\(style) .first>figure:not(.undrawn),.\(style) .wide:not(:has(.undrawn)){page:\(style)-wide}}

      """
  }.joined()
}
