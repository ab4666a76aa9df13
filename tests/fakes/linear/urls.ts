import type { Document } from './activity-model';
import type { Comment, Issue, Project } from './model';

export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function issueUrl(issue: Issue, urlKey: string): string {
  return `https://linear.app/${urlKey}/issue/${issue.identifier}/${slugOf(issue.title)}`;
}

export function projectUrl(project: Project, urlKey: string): string {
  return `https://linear.app/${urlKey}/project/${slugOf(project.name)}-${project.slugId}`;
}

export function documentUrl(document: Document, urlKey: string): string {
  return `https://linear.app/${urlKey}/document/${slugOf(document.title)}-${document.slugId}`;
}

export function commentUrl({ id, issue, project }: Comment, urlKey: string): string {
  if (issue !== null) return `${issueUrl(issue, urlKey)}#comment-${id.slice(0, 8)}`;
  if (project !== null) return `${projectUrl(project, urlKey)}#comment-${id.slice(0, 8)}`;
  throw new Error(`Comment ${id} is on nothing.`);
}
