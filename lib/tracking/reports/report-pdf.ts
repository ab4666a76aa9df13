import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { pageWords, shorten } from './report-pdf-cells';
import { fontFiles } from './report-pdf-fonts';
import type { Column, ReportTable, TableRow } from './report-table';

export interface PdfContent {
  table: ReportTable;
  /** Of the table, so that page 1 can say how many pages there are. */
  rowCount: number;
  layout: 'portrait' | 'landscape';
  title: string;
  /** The days, what is left out, how it was rounded. */
  lines: string[];
  madeOn: string;
}

const margin = 40;
const rowHeight = 17;
const footerHeight = 24;
const fontSize = 8.5;
const gap = 12;
const ink = '#1c2024';
const muted = '#60646c';
const line = '#d9d9e0';

/** A4 pages, sent as they are filled. A letter that the font lacks is drawn as an empty box. */
export async function pdfOf(content: PdfContent): Promise<Readable> {
  const { default: PDFDocument } = await import('pdfkit');
  const { regular, bold } = fontFiles();
  const { layout, title } = content;
  const document = new PDFDocument({ size: 'A4', layout, margin, font: regular, info: { Title: title } });
  document.registerFont('regular', regular).registerFont('bold', bold);
  new Pages(document, content).draw().then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return document;
}

class Pages {
  private page = 1;
  private pages = 1;
  private y = margin;
  private hasGroups = false;
  private isTopOfPage = false;
  private readonly lefts: number[];
  private readonly widths: number[];
  /** At the size of the table. */
  private readonly letterWidths = new Map<string, number>();

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly content: PdfContent,
  ) {
    const { columns } = content.table;
    const whole = columns.reduce((sum, { width }) => sum + width, 0);
    const room = this.right - margin - gap * (columns.length - 1);
    this.widths = columns.map(({ width }) => (width / whole) * room);
    this.lefts = this.widths.map(
      (_, at) => margin + this.widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0),
    );
  }

  async draw(): Promise<void> {
    this.drawHead();
    const perPage = Math.floor((this.bottom - margin - rowHeight) / rowHeight);
    const onFirst = Math.max(0, Math.floor((this.bottom - this.y - rowHeight) / rowHeight));
    this.pages = 1 + Math.max(0, Math.ceil((this.content.rowCount - onFirst) / perPage));
    this.drawTitles();
    for await (const row of this.content.table.rows) {
      if (this.y + rowHeight > this.bottom) await this.turn();
      this.drawRow(row);
    }
    this.drawFoot();
  }

  private get right(): number {
    return this.document.page.width - margin;
  }

  private get bottom(): number {
    return this.document.page.height - margin - footerHeight;
  }

  private drawHead(): void {
    const width = this.right - margin;
    this.document.font('bold').fontSize(16).fillColor(ink);
    this.document.text(
      shorten(this.content.title, width, (text) => this.document.widthOfString(text)),
      margin,
      margin,
      { lineBreak: false },
    );
    this.document.font('regular').fontSize(9).fillColor(muted);
    this.document.y = margin + 26;
    for (const text of this.content.lines)
      this.document.text(text, margin, this.document.y, { width, height: 48, ellipsis: true, lineGap: 2 });
    this.y = this.document.y + 10;
  }

  private drawTitles(): void {
    this.document.font('bold').fontSize(fontSize).fillColor(muted);
    this.content.table.columns.forEach((column, at) => {
      this.drawText(column.title, column, at, 'bold');
    });
    this.y += rowHeight;
    this.drawLine(this.y - 4, ink);
  }

  private drawRow({ level, cells }: TableRow): void {
    const { columns, money } = this.content.table;
    const font = level === 'row' ? 'regular' : 'bold';
    if (level === 'total') this.drawLine(this.y - 4, ink);
    this.document.font(font).fontSize(fontSize).fillColor(ink);
    // The name of a group stands once above its rows, and again where a page begins among them.
    const isNamed = level !== 'row' || !this.hasGroups || this.isTopOfPage;
    columns.forEach((column, at) => {
      if (at > 0 || isNamed) this.drawText(pageWords(cells[at] ?? null, column, money), column, at, font);
    });
    if (level === 'group') this.hasGroups = true;
    this.isTopOfPage = false;
    this.y += rowHeight;
    if (level !== 'total') this.drawLine(this.y - 4, line);
  }

  private drawText(text: string, column: Column, at: number, font: string): void {
    if (text === '') return;
    const width = this.widths[at] ?? 0;
    const shown = shorten(text, width, (letter) => this.letterWidth(letter, font));
    const left = this.lefts[at] ?? margin;
    const x = isNumber(column) ? left + width - this.document.widthOfString(shown) : left;
    this.document.text(shown, x, this.y, { lineBreak: false });
  }

  /** Laying out whole texts to find where they must end would take most of the time. */
  private letterWidth(letter: string, font: string): number {
    const key = `${font} ${letter}`;
    const width = this.letterWidths.get(key) ?? this.document.widthOfString(letter);
    this.letterWidths.set(key, width);
    return width;
  }

  private drawLine(y: number, color: string): void {
    this.document.moveTo(margin, y).lineTo(this.right, y).lineWidth(0.5).strokeColor(color).stroke();
  }

  private drawFoot(): void {
    const y = this.bottom + 10;
    const count = `Page ${this.page} of ${this.pages}`;
    this.document.font('regular').fontSize(8).fillColor(muted);
    this.document.text(this.content.madeOn, margin, y, { lineBreak: false });
    this.document.text(count, this.right - this.document.widthOfString(count), y, { lineBreak: false });
  }

  /** Others have their turn while a page is turned: drawing keeps the process busy. */
  private async turn(): Promise<void> {
    this.drawFoot();
    await setImmediate();
    if (this.document.destroyed) throw new Error('Whoever asked for the pages has left');
    this.document.addPage();
    this.page += 1;
    this.y = margin;
    this.isTopOfPage = true;
    this.drawTitles();
  }
}

function isNumber({ kind }: Column): boolean {
  return kind === 'clock' || kind === 'hours' || kind === 'money' || kind === 'count';
}
