import django.db.models.deletion
import django.db.models.manager
import seren.foundation.kernel.ids
import seren.foundation.sealing.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('families', '0001_initial'),
        ('provision', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('kind', models.CharField(choices=[('family', 'Family'), ('many', 'Many'), ('review', 'Review')], max_length=6)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('at', models.DateTimeField()),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.child')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'kept',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['child', 'setting', 'at'], name='round_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['family', 'many', 'review'])), name='round_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'review'), ('year__isnull', False)), models.Q(models.Q(('kind', 'review'), _negated=True), ('year__isnull', True)), _connector='OR'), name='round_review_has_year'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'family'), ('child__isnull', False)), models.Q(models.Q(('kind', 'family'), _negated=True), ('child__isnull', True)), _connector='OR'), name='round_of_family_has_child'), models.UniqueConstraint(condition=models.Q(('kind', 'review')), fields=('setting', 'year'), name='round_one_review_a_year')],
            },
            managers=[
                ('kept', django.db.models.manager.Manager()),
                ('objects', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Asked',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code', models.CharField(choices=[('out-routine', 'Out Routine'), ('out-specific', 'Out Specific'), ('transport', 'Transport'), ('photo-journal-own', 'Photo Journal Own'), ('photo-journal-others', 'Photo Journal Others'), ('photo-display', 'Photo Display'), ('photo-web', 'Photo Web'), ('photo-social', 'Photo Social'), ('photo-press', 'Photo Press'), ('photo-student', 'Photo Student'), ('video', 'Video'), ('sun-cream', 'Sun Cream'), ('nappy-cream', 'Nappy Cream'), ('plasters', 'Plasters'), ('med-named', 'Med Named'), ('paracetamol', 'Paracetamol'), ('antihistamine', 'Antihistamine'), ('emerg-treat', 'Emerg Treat'), ('intimate-care', 'Intimate Care'), ('face-paint', 'Face Paint'), ('first-aid-student', 'First Aid Student'), ('animals', 'Animals'), ('food-tasting', 'Food Tasting'), ('swim', 'Swim'), ('forest', 'Forest'), ('climb', 'Climb'), ('screen', 'Screen'), ('collect', 'Collect'), ('walk-home', 'Walk Home'), ('share-hv', 'Share Hv'), ('share-sen', 'Share Sen'), ('share-next', 'Share Next'), ('share-other', 'Share Other'), ('share-cin', 'Share Cin'), ('observer', 'Observer'), ('contact-directory', 'Contact Directory'), ('marketing', 'Marketing')], max_length=24)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('called', seren.foundation.sealing.fields.SealedJSON(null=True, subject='child_id')),
                ('version', models.CharField(max_length=16)),
                ('words', models.JSONField()),
                ('asked_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.child')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.round')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'kept',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['child', 'code', 'setting'], name='asked_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__in', ['out-routine', 'out-specific', 'transport', 'photo-journal-own', 'photo-journal-others', 'photo-display', 'photo-web', 'photo-social', 'photo-press', 'photo-student', 'video', 'sun-cream', 'nappy-cream', 'plasters', 'med-named', 'paracetamol', 'antihistamine', 'emerg-treat', 'intimate-care', 'face-paint', 'first-aid-student', 'animals', 'food-tasting', 'swim', 'forest', 'climb', 'screen', 'collect', 'walk-home', 'share-hv', 'share-sen', 'share-next', 'share-other', 'share-cin', 'observer', 'contact-directory', 'marketing'])), name='asked_code_known'), models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gt', models.F('asked_at')), _connector='OR'), name='asked_for_a_while'), models.CheckConstraint(condition=models.Q(('version', ''), _negated=True), name='asked_in_some_words')],
            },
            managers=[
                ('kept', django.db.models.manager.Manager()),
                ('objects', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='TalkWish',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.asked')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'kept',
                'default_manager_name': 'objects',
            },
            managers=[
                ('kept', django.db.models.manager.Manager()),
                ('objects', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code', models.CharField(choices=[('out-routine', 'Out Routine'), ('out-specific', 'Out Specific'), ('transport', 'Transport'), ('photo-journal-own', 'Photo Journal Own'), ('photo-journal-others', 'Photo Journal Others'), ('photo-display', 'Photo Display'), ('photo-web', 'Photo Web'), ('photo-social', 'Photo Social'), ('photo-press', 'Photo Press'), ('photo-student', 'Photo Student'), ('video', 'Video'), ('sun-cream', 'Sun Cream'), ('nappy-cream', 'Nappy Cream'), ('plasters', 'Plasters'), ('med-named', 'Med Named'), ('paracetamol', 'Paracetamol'), ('antihistamine', 'Antihistamine'), ('emerg-treat', 'Emerg Treat'), ('intimate-care', 'Intimate Care'), ('face-paint', 'Face Paint'), ('first-aid-student', 'First Aid Student'), ('animals', 'Animals'), ('food-tasting', 'Food Tasting'), ('swim', 'Swim'), ('forest', 'Forest'), ('climb', 'Climb'), ('screen', 'Screen'), ('collect', 'Collect'), ('walk-home', 'Walk Home'), ('share-hv', 'Share Hv'), ('share-sen', 'Share Sen'), ('share-next', 'Share Next'), ('share-other', 'Share Other'), ('share-cin', 'Share Cin'), ('observer', 'Observer'), ('contact-directory', 'Contact Directory'), ('marketing', 'Marketing')], max_length=24)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('called', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('said', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('withdrawn', 'Yes taken back')], max_length=9)),
                ('words', models.JSONField()),
                ('version', models.CharField(max_length=16)),
                ('language', models.CharField(max_length=12)),
                ('channel', models.CharField(choices=[('page', 'On their own page'), ('paper', 'On paper, signed'), ('e-mail', 'By e-mail'), ('spoken', 'Spoken')], max_length=6)),
                ('signed_on', models.DateField(null=True)),
                ('responsibility', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known')], max_length=8)),
                ('basis', models.CharField(blank=True, choices=[('mother', 'Mother'), ('married-father', 'Father married to the mother'), ('joint-registration', 'On the birth certificate since December 2003'), ('agreement', 'Parental responsibility agreement'), ('court-order', 'Court order'), ('second-female-parent', 'Second female parent'), ('adoption', 'Adoption'), ('step-parent-agreement', 'Step-parent agreement or order'), ('guardian', 'Guardian'), ('special-guardian', 'Special guardian'), ('lives-with-order', 'A “lives with” order'), ('local-authority', 'Local authority')], max_length=24)),
                ('at', models.DateTimeField()),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.child')),
                ('keyed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
                ('witness', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.asked')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'kept',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['child', 'code', 'adult', 'at'], name='answer_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__in', ['out-routine', 'out-specific', 'transport', 'photo-journal-own', 'photo-journal-others', 'photo-display', 'photo-web', 'photo-social', 'photo-press', 'photo-student', 'video', 'sun-cream', 'nappy-cream', 'plasters', 'med-named', 'paracetamol', 'antihistamine', 'emerg-treat', 'intimate-care', 'face-paint', 'first-aid-student', 'animals', 'food-tasting', 'swim', 'forest', 'climb', 'screen', 'collect', 'walk-home', 'share-hv', 'share-sen', 'share-next', 'share-other', 'share-cin', 'observer', 'contact-directory', 'marketing'])), name='answer_code_known'), models.CheckConstraint(condition=models.Q(('said__in', ['yes', 'no', 'withdrawn'])), name='answer_said_known'), models.CheckConstraint(condition=models.Q(('channel__in', ['page', 'paper', 'e-mail', 'spoken'])), name='answer_channel_known'), models.CheckConstraint(condition=models.Q(('responsibility__in', ['yes', 'no', 'unknown'])), name='answer_responsibility_known'), models.CheckConstraint(condition=models.Q(('basis__in', ['mother', 'married-father', 'joint-registration', 'agreement', 'court-order', 'second-female-parent', 'adoption', 'step-parent-agreement', 'guardian', 'special-guardian', 'lives-with-order', 'local-authority', ''])), name='answer_basis_known'), models.CheckConstraint(condition=models.Q(models.Q(('channel', 'page'), ('keyed_by__isnull', True), ('signed_on__isnull', True), ('witness__isnull', True)), models.Q(models.Q(('channel', 'page'), _negated=True), ('keyed_by__isnull', False), ('signed_on__isnull', False)), _connector='OR'), name='answer_keyed_where_not_their_own'), models.CheckConstraint(condition=models.Q(models.Q(('channel', 'spoken'), _negated=True), ('witness__isnull', False), _connector='OR'), name='answer_spoken_has_witness'), models.CheckConstraint(condition=models.Q(('version', ''), _negated=True), name='answer_to_some_words'), models.UniqueConstraint(fields=('id', 'child', 'setting', 'code', 'scope', 'said', 'channel'), name='answer_as_said')],
            },
            managers=[
                ('kept', django.db.models.manager.Manager()),
                ('objects', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Chase',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('how', models.CharField(choices=[('slip', 'Slip printed'), ('rung', 'Rung'), ('door', 'Asked at the door'), ('e-mail', 'E-mailed')], max_length=6)),
                ('at', models.DateTimeField()),
                ('language', models.CharField(blank=True, max_length=12)),
                ('code_blind', models.BinaryField(max_length=32, null=True, unique=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.asked')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'kept',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['asked', 'adult', 'at'], name='chase_of_asked')],
                'constraints': [models.CheckConstraint(condition=models.Q(('how__in', ['slip', 'rung', 'door', 'e-mail'])), name='chase_how_known'), models.CheckConstraint(condition=models.Q(models.Q(('how', 'slip'), ('code_blind__isnull', False), models.Q(('language', ''), _negated=True)), models.Q(models.Q(('how', 'slip'), _negated=True), ('code_blind__isnull', True), ('language', '')), _connector='OR'), name='chase_slip_has_code')],
            },
            managers=[
                ('kept', django.db.models.manager.Manager()),
                ('objects', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code', models.CharField(choices=[('out-routine', 'Out Routine'), ('out-specific', 'Out Specific'), ('transport', 'Transport'), ('photo-journal-own', 'Photo Journal Own'), ('photo-journal-others', 'Photo Journal Others'), ('photo-display', 'Photo Display'), ('photo-web', 'Photo Web'), ('photo-social', 'Photo Social'), ('photo-press', 'Photo Press'), ('photo-student', 'Photo Student'), ('video', 'Video'), ('sun-cream', 'Sun Cream'), ('nappy-cream', 'Nappy Cream'), ('plasters', 'Plasters'), ('med-named', 'Med Named'), ('paracetamol', 'Paracetamol'), ('antihistamine', 'Antihistamine'), ('emerg-treat', 'Emerg Treat'), ('intimate-care', 'Intimate Care'), ('face-paint', 'Face Paint'), ('first-aid-student', 'First Aid Student'), ('animals', 'Animals'), ('food-tasting', 'Food Tasting'), ('swim', 'Swim'), ('forest', 'Forest'), ('climb', 'Climb'), ('screen', 'Screen'), ('collect', 'Collect'), ('walk-home', 'Walk Home'), ('share-hv', 'Share Hv'), ('share-sen', 'Share Sen'), ('share-next', 'Share Next'), ('share-other', 'Share Other'), ('share-cin', 'Share Cin'), ('observer', 'Observer'), ('contact-directory', 'Contact Directory'), ('marketing', 'Marketing')], max_length=24)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('goes', models.BooleanField()),
                ('why', seren.foundation.sealing.fields.SealedText(subject='child_id')),
                ('at', models.DateTimeField()),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.child')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'kept',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['child', 'code', 'setting'], name='decision_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__in', ['out-routine', 'out-specific', 'transport', 'photo-journal-own', 'photo-journal-others', 'photo-display', 'photo-web', 'photo-social', 'photo-press', 'photo-student', 'video', 'sun-cream', 'nappy-cream', 'plasters', 'med-named', 'paracetamol', 'antihistamine', 'emerg-treat', 'intimate-care', 'face-paint', 'first-aid-student', 'animals', 'food-tasting', 'swim', 'forest', 'climb', 'screen', 'collect', 'walk-home', 'share-hv', 'share-sen', 'share-next', 'share-other', 'share-cin', 'observer', 'contact-directory', 'marketing'])), name='decision_code_known'), models.CheckConstraint(condition=models.Q(('scope', ''), _negated=True), name='decision_on_a_named_thing')],
            },
            managers=[
                ('kept', django.db.models.manager.Manager()),
                ('objects', django.db.models.manager.Manager()),
            ],
        ),
    ]
