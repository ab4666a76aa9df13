// Ids and url keys come from Linear. As names of files they must stay inside their folder, and be told from our own.

const longest = 200;

/** The name that stands for an id; null when there can be none. */
export function safeName(id: string): string | null {
  if (id === '' || id.length > longest) return null;
  const name = encode(id)?.replace(/[.!'()*~]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`) ?? null;
  return name === null || name.length > longest ? null : name;
}

const ending = '.json';

export function fileName(id: string): string | null {
  const name = safeName(id);
  return name === null ? null : name + ending;
}

/** The id that a file in a collection's folder stands for; null: the file is none of ours. */
export function idOfFile(file: string): string | null {
  if (!file.endsWith(ending)) return null;
  const id = decode(file.slice(0, -ending.length));
  return id !== null && fileName(id) === file ? id : null;
}

/** Half a character has no code. */
function encode(id: string): string | null {
  try {
    return encodeURIComponent(id);
  } catch {
    return null;
  }
}

function decode(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}
