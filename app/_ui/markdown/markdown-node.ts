import type { MarkdownToJSX } from 'markdown-to-jsx/react';

export type MarkdownNode = MarkdownToJSX.ASTNode;
