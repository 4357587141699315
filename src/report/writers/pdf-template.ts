/**
 * The page layout of a document, in Typst. Everything said comes as data, never as markup, so no name can become a command;
 * what is decoration alone is marked so, for whoever has the document read aloud.
 */
export const pdfTemplate = `
#let d = json("content.json")
#let ink = rgb("#1b1f24")
#let quiet = rgb("#4b5563")
#let line-grey = rgb("#d5d9de")
#let amber = rgb("#b45f06")
#let tones = (good: rgb("#00785a"), mixed: amber, bad: rgb("#b91c1c"))
#set document(title: d.title, author: d.author, date: datetime(..d.date))
#set text(lang: d.language, dir: if d.direction == "rtl" { rtl } else { ltr }, font: ("Hourmatch Sans", "Hourmatch Symbols"), size: 9pt, fill: ink, fallback: false)
#set par(leading: 0.55em, spacing: 0.75em)
#set page(
  paper: "a4",
  margin: (x: 16mm, top: 18mm, bottom: 18mm),
  header: if d.mark != none { align(right, text(7.5pt, weight: "bold", fill: amber, d.mark)) },
  footer: context {
    set text(7.5pt, fill: quiet)
    grid(columns: (1fr, auto), column-gutter: 8pt, d.foot, [#counter(page).display() / #counter(page).final().first()])
  },
)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(18pt)
#show heading.where(level: 2): it => block(above: 18pt, below: 8pt, sticky: true, width: 100%, stroke: (top: 1.2pt + ink), inset: (top: 6pt), text(13pt, it.body))
#show heading.where(level: 3): set text(10.5pt)
#show heading.where(level: 4): set text(9.5pt)
#for file in d.attachments { pdf.attach(file.name, read("/" + file.name, encoding: none), relationship: "source", mime-type: file.type, description: file.description) }

#let swatch(e) = if e.line == none { box(rect(width: 8pt, height: 6pt, fill: rgb(e.colour), stroke: none)) } else {
  box(baseline: -2pt, line(length: 12pt, stroke: (paint: rgb(e.colour), thickness: 1.6pt, dash: if e.line == "dashed" { (3pt, 1.5pt) } else { none })))
}
#let legend(entries) = if entries.len() > 0 {
  block(above: 3pt, text(7.5pt, entries.map(e => swatch(e) + sym.space.nobreak + e.name).join(h(10pt, weak: true) + sym.zws)))
}
#let caption(title, detail) = block(above: 10pt, below: 4pt, sticky: true, strong(title) + if detail != "" { text(fill: quiet, " " + detail) })
#let cell(text-size, c) = if c.code { text(text-size * 0.68, c.text) } else { text(text-size, c.text) }
#let grid-of(t) = {
  let size = if t.columns.len() > 7 { 7pt } else { 8pt }
  block(breakable: not t.keep, above: 10pt, below: 8pt, width: 100%, { caption(t.caption, "")
  block(above: 2pt, table(
    columns: t.columns.map(c => if c.width == none { auto } else { c.width * 1fr }),
    align: t.columns.map(c => if c.number { end } else { start }),
    inset: (x: 3pt, y: 2.6pt),
    stroke: (x, y) => (bottom: if y == 0 { 1pt + ink } else { 0.4pt + line-grey }),
    table.header(..t.columns.map(c => text(size, weight: "bold", c.title))),
    ..t.rows.map(r => if r.group { (table.cell(colspan: t.columns.len(), text(size, weight: "bold", r.cells.first().text)),) } else {
      r.cells.map(c => if r.total { strong(cell(size, c)) } else { cell(size, c) })
    }).flatten(),
  ))
  if t.note != "" { block(above: 4pt, text(7.5pt, fill: quiet, t.note)) } })
}
#let map-of(m) = block(breakable: false, {
  caption(m.title, m.detail)
  set text(6pt, fill: quiet)
  grid(columns: (16pt, 1fr), column-gutter: 3pt, row-gutter: 2pt,
    pdf.artifact(block(height: 62pt, width: 100%, align(right, stack(dir: ttb, [0 h], 1fr, [12 h], 1fr, [24 h])))),
    image(m.file, alt: m.label, width: 100%, height: 62pt, fit: "stretch", scaling: "pixelated"),
    [],
    pdf.artifact(grid(columns: m.months.map(_ => 1fr), ..m.months)),
    [],
    pdf.artifact({ [0 % ]; m.ramp.map(c => box(rect(width: 9pt, height: 5pt, fill: rgb(c), stroke: none))).join(); [ 100 %] }),
  )
})
#let chart-of(c) = block(breakable: false, width: 100%, {
  if c.title != "" { caption(c.title, c.detail) }
  image(c.file, alt: c.label, width: if c.wide { 100% } else { auto })
  legend(c.legend)
})
#let show-block(b) = {
  if b.kind == "paragraph" { par(b.text) }
  else if b.kind == "note" { block(text(7.5pt, fill: quiet, b.text)) }
  else if b.kind == "heading" { heading(level: 3, b.text) }
  else if b.kind == "subheading" { heading(level: 4, b.text) }
  else if b.kind == "list" { list(..b.items) }
  else if b.kind == "table" { b.parts.map(grid-of).join() }
  else if b.kind == "map" { map-of(b) }
  else if b.kind == "chart" { chart-of(b) }
  else if b.kind == "columns" { grid(columns: (1fr,) * calc.min(2, b.blocks.len()), column-gutter: 14pt, row-gutter: 10pt, ..b.blocks.map(show-block)) }
  else if b.kind == "group" { block(sticky: true, strong(b.title)); b.blocks.map(show-block).join() }
}

#heading(level: 1, outlined: false, d.title)
#text(fill: quiet, d.subtitle)
#block(width: 100%, inset: (x: 10pt, y: 7pt), fill: rgb("#f4f5f6"), stroke: (left: 5pt + tones.at(d.tone)), { text(11.5pt, weight: "bold", d.headline); parbreak(); d.detail })
#if d.synthetic != "" { block(width: 100%, inset: 7pt, stroke: 1.5pt + amber, fill: rgb("#fff7e6"), { strong(d.mark); parbreak(); d.synthetic }) }
#if d.facts.len() > 0 { grid(columns: (1fr,) * 3, column-gutter: 12pt, row-gutter: 8pt, ..d.facts.map(f => { text(12pt, weight: "bold", f.value); linebreak(); text(7.5pt, fill: quiet, f.name) })) }
#block(above: 12pt, text(7.5pt, fill: quiet, d.seal))
#for s in d.sections {
  heading(level: 2, s.title)
  s.blocks.map(show-block).join()
}
`;
