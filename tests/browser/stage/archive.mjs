import { inflateRawSync } from "node:zlib";

/** One entry of a ZIP file, as .docx is. */
export function entryOf(archive, name) {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("not a ZIP file");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; --left) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString("utf8", at + 46, at + 46 + length) === name) return contentAt(archive, at);
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`no ${name} in the ZIP file`);
}

function contentAt(archive, at) {
  const size = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(begin, begin + size);
  return archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
}

/** What a reader of the .docx sees, paragraph by paragraph. */
export function paragraphsOf(docx) {
  const xml = entryOf(docx, "word/document.xml").toString("utf8");
  return [...xml.matchAll(/<w:p\b[\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join("")
      .replaceAll("\u00a0", " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  );
}
