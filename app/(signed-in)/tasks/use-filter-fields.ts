'use client';

import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useAllProjects } from '@/app/(signed-in)/projects/use-all-projects';
import { filterFields } from './filter-fields';
import type { TaskFilters } from './task-filters';
import { useTaskFacets } from './use-task-facets';

const noProjects: never[] = [];

/** All that the list can be filtered by; without the project where that is fixed. */
export function useFilterFields(filters: TaskFilters, projectId: string | undefined) {
  const { email } = usePerson();
  const only = filters.project.length === 1 ? filters.project[0] : undefined;
  const { data: facets } = useTaskFacets(projectId ?? only);
  const { data: projects = noProjects } = useAllProjects();
  const fields = filterFields(filters, { facets, projects, me: email });
  return projectId ? fields.filter(({ id }) => id !== 'project') : fields;
}
