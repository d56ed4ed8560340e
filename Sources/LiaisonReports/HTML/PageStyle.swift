/// The style of the report's page: one constant, known to the page's policy by its hash.
enum PageStyle {
  /// The SHA-256 of `css`, in base 64; a test computes it anew.
  static let hash = "sXmVYif+ZuP2+Nu2KsaYlp2MBxZ6lpoNid34JI2IbCQ="

  /// The style sheet. Colour is never alone: each mark has its word and its own border.
  static let css = """

    :root{color-scheme:light;--ink:#1b2430;--soft:#56616f;--rule:#d5dae1;--paper:#fff;--wash:#f4f6f8;--accent:#0b5a7d}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 "Noto Sans","Liberation Sans",Arial,"Noto Sans Arabic","Noto Naskh Arabic",sans-serif}
    main{max-width:62rem;margin:0 auto;padding:0 1.25rem 3rem}
    p.label{margin:0;padding:.5rem 1.25rem;background:#000;color:#ffc000;font-weight:700;letter-spacing:.03em;text-align:right}
    h1{font-size:2rem;line-height:1.2;margin:2rem 0 .5rem}
    h2{font-size:1.4rem;line-height:1.25;margin:2.75rem 0 .75rem;padding-top:1rem;border-top:2px solid var(--rule)}
    h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
    p{margin:.6rem 0;max-width:48rem}
    ul,ol{padding-left:1.4rem;margin:.6rem 0;max-width:50rem}
    li{margin:.55rem 0}
    li::marker{color:var(--soft)}
    ul.details{list-style:none;padding-left:.9rem;margin:.25rem 0 .25rem .1rem;border-left:3px solid var(--rule);color:var(--soft);font-size:.92rem}
    ul.details li{margin:.2rem 0}
    .mark{display:inline-block;min-width:4.6rem;padding:.05rem .45rem;margin-right:.3rem;border-radius:.25rem;font-size:.78rem;font-weight:700;text-align:center;border:1px solid}
    .mark.error{background:#fbe9e9;color:#8c1010;border-color:#8c1010}
    .mark.warning{background:#fdf3dc;color:#6b4700;border-color:#6b4700;border-style:dashed}
    .mark.info{background:#e8f1f8;color:#0b4a6b;border-color:#0b4a6b;border-style:dotted}
    .mark.question{background:#f1eef8;color:#4a3478;border-color:#4a3478;border-style:double;border-width:3px}
    aside{background:var(--wash);border-left:5px solid var(--accent);padding:.6rem 1.1rem .8rem;margin:1.25rem 0;max-width:52rem}
    aside h3{margin:.3rem 0}
    figure{margin:1.5rem 0}
    .picture{border:1px solid var(--rule);overflow-x:auto}
    .picture svg{display:block;width:100%;min-width:44rem;height:auto}
    figcaption{color:var(--soft);font-size:.92rem;margin-top:.4rem}
    .table{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;font-size:.92rem;min-width:26rem}
    caption{text-align:left;font-weight:700;padding-bottom:.4rem}
    th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--rule)}
    th{border-bottom:2px solid var(--ink)}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    @media (max-width:40rem){body{font-size:16px}h1{font-size:1.6rem}.mark{min-width:0}}
    @media print{body{font-size:10.5pt}main{max-width:none;padding:0}h2{break-after:avoid}figure,aside,li,tr{break-inside:avoid}.picture{overflow:visible}.picture svg{min-width:0}p.label{print-color-adjust:exact}}

    """
}
