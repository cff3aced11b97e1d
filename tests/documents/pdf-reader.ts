import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfPage = { texts: string[]; text: string };
export type ReadPdf = {
  pages: PdfPage[];
  info: Record<string, unknown>;
  language: string | null;
  marked: boolean;
  outline: string[];
  structure: string[][];
  size: [number, number];
};

/** A PDF as Mozilla's reader sees it, page by page. Throws where the file is not whole. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: true,
  });
  const document = await task.promise;
  try {
    const { info } = await document.getMetadata();
    // A map, whatever its type says.
    const markInfo = await document.getMarkInfo();
    const pages: PdfPage[] = [];
    const structure: string[][] = [];
    let size: [number, number] = [0, 0];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const content = await page.getTextContent();
      const texts = content.items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [item.str] : [],
      );
      pages.push({ texts, text: texts.join(' ') });
      const tree = await page.getStructTree();
      structure.push(tree ? roles(tree) : []);
      size = [page.view[2] ?? 0, page.view[3] ?? 0];
    }
    const outline = ((await document.getOutline()) ?? []).map((item) => item.title);
    const language = (info as { Language?: string }).Language ?? null;
    return {
      pages,
      info: info as Record<string, unknown>,
      language,
      marked: (markInfo as unknown as Map<string, boolean> | null)?.get('Marked') === true,
      outline,
      structure,
      size,
    };
  } finally {
    await task.destroy();
  }
}

type StructTree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;

function roles(node: StructTree | StructTree['children'][number]): string[] {
  return 'children' in node ? [node.role, ...node.children.flatMap(roles)] : [];
}
