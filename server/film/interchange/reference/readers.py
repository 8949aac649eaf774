"""What other programs read in the files of ../shared/video, for comparison with the readers here.

    python -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python readers.py ../../../../../shared/video > readers.json

Edit decision lists by pycmx (their lines) and OpenTimelineIO (their frames), xmeml and OTIO by OpenTimelineIO, FCPXML at a
whole rate by OpenTimelineIO's adapter, and where that truncates rates by exact fractions computed here.
"""

import io
import json
import re
import sys
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import opentimelineio as otio
import pycmx

folder = Path(sys.argv[1])


def edit_list(name, rate):
    """Each line with four time codes: reel, channels, and its time codes in frames."""
    # pycmx refuses a blank first line.
    text = (folder / name).read_text().lstrip()
    rows = []
    for event in pycmx.parse_cmx3600(io.StringIO(text)).events:
        for edit in event.edits:
            channels = edit.channels
            codes = (edit.source_in, edit.source_out, edit.record_in, edit.record_out)
            frames = [int(otio.opentime.from_timecode(code, rate).value) for code in codes]
            rows.append({
                'number': event.number,
                'reel': edit.source,
                'hasVideo': channels.video,
                'audio': sorted(channels.channels),
                'clip': edit.clip_name,
                'kind': edit.transition.kind if edit.transition else None,
                'length': int(edit.transition.operand or 0) if edit.transition else 0,
                'frames': frames,
            })
    return rows


def otio_clips(timeline, kinds=('Video', 'Audio')):
    """Every clip of the outermost tracks: record in and out, source in, in frames of the timeline's rate."""
    rate = next(clip.trimmed_range().duration.rate for clip in timeline.find_clips())
    if timeline.global_start_time is not None:
        rate = timeline.global_start_time.rate
    start = timeline.global_start_time.rescaled_to(rate).value if timeline.global_start_time else 0
    rows = []
    for track in timeline.tracks:
        if track.kind not in kinds:
            continue
        shift = -track.source_range.start_time.rescaled_to(rate).value if track.source_range else 0
        for item in track:
            if not isinstance(item, (otio.schema.Clip, otio.schema.Stack)):
                continue
            place = track.range_of_child(item)
            first = place.start_time.rescaled_to(rate).value + shift + start
            rows.append({
                'name': item.name,
                'recordIn': round(first),
                'recordOut': round(first + place.duration.rescaled_to(rate).value),
                'sourceIn': round(item.trimmed_range().start_time.rescaled_to(rate).value),
            })
    return rows


def older_markers(name):
    """A file with Marker.3, which OpenTimelineIO 0.18.1 refuses, as Marker.2."""
    document = json.loads((folder / name).read_text())

    def walk(value):
        if isinstance(value, dict):
            if value.get('OTIO_SCHEMA') == 'Marker.3':
                value['OTIO_SCHEMA'] = 'Marker.2'
                value['color'] = value['color']['name']
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(document)
    return otio.adapters.read_from_string(json.dumps(document), 'otio_json')


def audio_only_markers():
    """Markers of two levels of clips, none of them retimed, by exact fractions."""
    root = ElementTree.parse(folder / 'fcpx_AudioOnly.fcpxml').getroot()
    seconds = lambda text: Fraction(text[:-1])
    rate = Fraction(24000, 1001)
    found = []
    for clip in root.iter('spine').__next__():
        at = seconds(clip.get('offset'))
        start = seconds(clip.get('start', '0s'))
        owners = [(clip, at, start)]
        owners += [
            (inner, at + seconds(inner.get('offset')) - start, seconds(inner.get('start', '0s')))
            for inner in clip.findall('asset-clip')
        ]
        for owner, place, own in owners:
            for marker in owner.findall('marker'):
                time = place + seconds(marker.get('start')) - own
                found.append([int(time * rate + Fraction(1, 2)), marker.get('value')])
    return sorted(found)


fcp = otio.adapters.read_from_file(str(folder / 'xmeml_premiere_example.xml'), adapter_name='fcp_xml')
fcpx = otio.adapters.read_from_file(str(folder / 'fcpx_otio_project.fcpxml'), adapter_name='fcpx_xml')
answers = {
    'editLists': {
        name: {'rate': rate, 'lines': edit_list(name, rate)}
        for name, rate in [
            ('cmx_25fps.edl', 25),
            ('cmx_avid_example.edl', 24),
            ('cmx_dissolve_test_4.edl', 24),
            ('cmx_multi_audio.edl', 24),
            ('cmx_no_spaces_test.edl', 24),
            ('cmx_screening_example.edl', 24),
            ('cmx_speed_effects_small.edl', 24),
            ('pycmx_ISSUE_14_conform_edl_issue_02.edl', 24),
            ('pycmx_TEST.edl', 24),
            ('pyedl_2997DF.edl', 25),
        ]
    },
    # The adapter lays overlapping clips of a stereo pair end to end: only its picture is compared.
    'xmeml_premiere_example.xml': otio_clips(fcp, ('Video',)),
    'otio_big_int.otio': otio_clips(otio.adapters.read_from_file(str(folder / 'otio_big_int.otio'))),
    'otio_screening_example.otio': otio_clips(older_markers('otio_screening_example.otio')),
    'fcpx_otio_project.fcpxml': otio_clips(fcpx),
    'fcpx_AudioOnly.fcpxml': audio_only_markers(),
}
print(json.dumps(answers, indent=1))
