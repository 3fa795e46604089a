import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { projectKeys } from '../../components/propose-project.js';
import { call } from '../../lib/client.js';
import { labels } from '../../lib/labels.js';

export type Project = Output<'deliberation.project.get'>;
export const projectStates = Object.keys(labels.projectState) as Project['state'][];

export const useProject = (id: string) =>
  useQuery({ queryKey: [...projectKeys[0], id], queryFn: ({ signal }) => call('deliberation.project.get', { id }, { signal }) });
