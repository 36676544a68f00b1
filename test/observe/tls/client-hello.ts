/** Reads a ClientHello (RFC 8446 4.1.2), as far as tests want to know it. */
export interface ClientHello {
  /** Octets of the whole record. */
  octets: number;
  cipherSuites: number[];
  /** Contents by extension number. */
  extensions: Map<number, Buffer>;
}

function readVector(bytes: Buffer, offset: number, lengthOctets: 1 | 2): { content: Buffer; next: number } {
  const start = offset + lengthOctets;
  const next = start + bytes.readUIntBE(offset, lengthOctets);
  return { content: bytes.subarray(start, next), next };
}

/** Undefined as long as the record is not whole. */
export function readClientHello(record: Buffer): ClientHello | undefined {
  if (record.length < 5 || record.length < 5 + record.readUInt16BE(3)) return undefined;
  // Record header, handshake header, version and random have fixed sizes.
  const session = readVector(record, 5 + 4 + 2 + 32, 1);
  const suites = readVector(record, session.next, 2);
  const compression = readVector(record, suites.next, 1);
  const list = readVector(record, compression.next, 2).content;
  const extensions = new Map<number, Buffer>();
  for (let offset = 0; offset < list.length;) {
    const { content, next } = readVector(list, offset + 2, 2);
    extensions.set(list.readUInt16BE(offset), content);
    offset = next;
  }
  const cipherSuites: number[] = [];
  for (let offset = 0; offset < suites.content.length; offset += 2) {
    cipherSuites.push(suites.content.readUInt16BE(offset));
  }
  return { octets: record.length, cipherSuites, extensions };
}
